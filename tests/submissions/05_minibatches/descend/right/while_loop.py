import numpy as np
def descend(gradient, w, lr, steps):
    path = w[None, :].copy()
    while len(path) < steps + 1:
        path = np.append(path, [path[-1] - lr * gradient(path[-1])], axis=0)
    return path
