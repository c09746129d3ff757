# loses check_descend: descend.restarts | gradient.stale
import numpy as np
def descend(gradient, w, lr, steps):
    path = np.zeros((steps + 1, len(w)))
    path[0] = w
    for i in range(steps):
        path[i + 1] = path[0] - lr * gradient(path[0])
    return path
