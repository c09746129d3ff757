# loses check_descend: gradient.stale
import numpy as np

def descend(gradient, w, lr, steps):
    g = gradient(w)
    path = [w]
    for _ in range(steps):
        w = w - lr * g
        path.append(w)
    return np.array(path)
