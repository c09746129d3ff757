# loses check_descend: argument.ignored
import numpy as np

def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(10):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)
