# loses check_descend: gradient.stale
import numpy as np

def descend(gradient, w, lr, steps):
    g = gradient(w)
    path = [w]
    for _ in range(steps):
        w_new = w - lr * g
        g = gradient(w)
        w = w_new
        path.append(w)
    return np.array(path)
