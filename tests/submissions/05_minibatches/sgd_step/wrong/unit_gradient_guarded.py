# loses check_sgd_step: gradient.normalised
import numpy as np


def sgd_step(w, g, lr):
    length = np.linalg.norm(g)
    if length == 0:
        return w.copy()
    return w - lr * g / length
