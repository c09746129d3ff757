# loses check_descend: error.exception
import numpy as np

def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        w = w - lr * gradient
        path.append(w)
    return np.array(path)
