# loses check_descend: descend.start_missing
import numpy as np

def descend(gradient, w, lr, steps):
    path = np.zeros((steps + 1, w.size))
    for i in range(steps + 1):
        w = w - lr * gradient(w)
        path[i] = w
    return path
