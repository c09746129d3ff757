# loses check_sgd_step: reduction.mean | returns.shape
import numpy as np
def sgd_step(w, g, lr):
    return np.mean(w - lr * g)
