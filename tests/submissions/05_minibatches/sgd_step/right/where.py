import numpy as np
def sgd_step(w, g, lr):
    return np.add(w, -lr * g, out=np.empty_like(w))
