# loses check_descend: descend.end_missing
import numpy as np

def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps - 1):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)
