# loses check_sgd_step: reduction.sum | returns.shape
import numpy as np

def sgd_step(w, g, lr):
    return np.sum(w - lr * g)
