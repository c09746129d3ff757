# loses check_descend: argument.ignored
import numpy as np

def descend(gradient, w, lr=0.1, steps=10):
    path = [w]
    for _ in range(steps):
        w = w - 0.1 * gradient(w)
        path.append(w)
    return np.array(path)
