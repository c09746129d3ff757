import numpy as np

def descend(gradient, w, lr, steps):
    path = w.reshape(1, -1)
    for i in range(steps):
        new = path[-1] - lr * gradient(path[-1])
        path = np.vstack((path, new))
    return path
