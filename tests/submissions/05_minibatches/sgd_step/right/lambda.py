import numpy as np
sgd_step = lambda w, g, lr: np.array(w) - lr * np.array(g)
