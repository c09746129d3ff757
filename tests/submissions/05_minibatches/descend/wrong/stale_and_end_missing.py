# loses check_descend: gradient.stale | descend.end_missing
import numpy as np

def descend(gradient, w, lr, steps):
    g = gradient(w)
    path = []
    for _ in range(steps):
        path.append(w)
        w = w - lr * g
    return np.array(path)
