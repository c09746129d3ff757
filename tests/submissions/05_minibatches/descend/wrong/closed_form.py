# loses check_descend: gradient.stale
import numpy as np
def descend(gradient, w, lr, steps):
    k = np.arange(steps + 1)[:, None]
    return w - k * lr * gradient(w)
