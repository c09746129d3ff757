# loses check_descend: returns.type | returns.shape
import numpy as np
def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path), w
