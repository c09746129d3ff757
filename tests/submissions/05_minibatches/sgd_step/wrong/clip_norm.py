# loses check_sgd_step: gradient.clipped
import numpy as np
def sgd_step(w, g, lr):
    norm = np.linalg.norm(g)
    if norm > 1:
        g = g / norm
    return w - lr * g
