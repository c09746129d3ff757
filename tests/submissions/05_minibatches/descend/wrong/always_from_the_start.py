# loses check_descend: descend.restarts | gradient.stale
import numpy as np

def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        path.append(w - lr * gradient(w))
    return np.array(path)
