# loses check_descend: returns.shape
import numpy as np
def descend(gradient, w, lr, steps):
    w0 = w
    for _ in range(steps):
        w = w - lr * gradient(w)
    return np.array([w0, w])
