# loses check_descend: momentum.added
import numpy as np

def descend(gradient, w, lr, steps):
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        v = 0.9 * v + gradient(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)
