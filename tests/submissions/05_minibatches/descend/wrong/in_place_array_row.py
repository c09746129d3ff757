# loses check_descend: loop.overwritten | input.modified
import numpy as np
def descend(gradient, w, lr, steps):
    path = [w for _ in range(steps + 1)]
    for i in range(steps):
        path[i + 1] -= lr * gradient(path[i])
    return np.array(path)
