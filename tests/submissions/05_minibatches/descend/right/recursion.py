import numpy as np

def descend(gradient, w, lr, steps):
    if steps == 0:
        return np.array([w])
    return np.vstack([[w], descend(gradient, w - lr * gradient(w), lr, steps - 1)])
