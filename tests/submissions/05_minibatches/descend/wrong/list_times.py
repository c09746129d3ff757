# loses check_descend: loop.overwritten | step.missing
import numpy as np
def descend(gradient, w, lr, steps):
    path = np.array([w] * (steps + 1))
    for i in range(steps):
        w = w - lr * gradient(w)
    return path
