# loses check_descend: loop.overwritten
import numpy as np
def descend(gradient, w, lr, steps):
    row = np.array(w)
    path = [row] * (steps + 1)
    for i in range(steps):
        path[i + 1][:] = path[i] - lr * gradient(path[i])
    return np.array(path)
