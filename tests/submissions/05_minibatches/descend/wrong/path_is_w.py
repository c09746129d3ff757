# loses check_descend: returns.shape | returns.type | error.exception
import numpy as np
def descend(gradient, w, lr, steps):
    path = w
    for _ in range(steps):
        path = path - lr * gradient(path)
    return [path]
