import numpy as np

def descend(gradient, w, lr, steps):
    path = np.zeros((steps + 1, len(w)))
    path[0] = w
    for i in range(steps):
        path[i + 1] = path[i] - lr * gradient(path[i])
    return path
