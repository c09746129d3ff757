# loses check_descend: gradient.normalised
import numpy as np


def descend(gradient, w, lr, steps):
    path = [np.array(w, dtype=float)]
    for _ in range(steps):
        g = gradient(path[-1])
        path.append(path[-1] - lr * g / (np.linalg.norm(g) + 1e-12))
    return np.array(path)
