# loses check_descend: gradient.normalised
import numpy as np

def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        g = gradient(w)
        w = w - lr * g / np.linalg.norm(g)
        path.append(w)
    return np.array(path)
