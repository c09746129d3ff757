# loses check_sgd_step: gradient.normalised
import numpy as np

def sgd_step(w, g, lr):
    return w - lr * g / np.linalg.norm(g)
