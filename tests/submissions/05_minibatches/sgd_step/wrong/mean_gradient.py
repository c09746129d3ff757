# loses check_sgd_step: reduction.mean
import numpy as np

def sgd_step(w, g, lr):
    return w - lr * np.mean(g)
