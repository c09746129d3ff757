# loses check_descend: descend.end_missing
import numpy as np

def descend(gradient, w, lr, steps):
    path = []
    for _ in range(steps):
        path.append(w)
        w = w - lr * gradient(w)
    return np.array(path)
