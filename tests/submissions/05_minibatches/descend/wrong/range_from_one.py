# loses check_descend: descend.end_missing
import numpy as np

def descend(gradient, w, lr, steps):
    path = np.zeros((steps + 1, len(w)))
    path[0] = w
    for i in range(1, steps):
        path[i] = path[i - 1] - lr * gradient(path[i - 1])
    return path
