# loses check_descend: gradient.stale | descend.start_missing
import numpy as np
def descend(gradient, w, lr, steps):
    g = gradient(w)
    out = np.zeros((steps, len(w)))
    for i in range(steps):
        w = w - lr * g
        out[i] = w
    return out
