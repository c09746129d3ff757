# loses check_descend: returns.shape
import numpy as np

def descend(gradient, w, lr, steps):
    path = np.array(w)
    for _ in range(steps):
        w = w - lr * gradient(w)
        path = np.append(path, w)
    return path
