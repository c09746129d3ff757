import numpy as np
def descend(gradient, w, lr, steps):
    path = np.repeat(w[np.newaxis], steps + 1, axis=0)
    for k in range(steps):
        path[k + 1:] -= lr * gradient(path[k])
    return path
