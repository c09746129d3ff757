# loses check_descend: state.kept
import numpy as np

def descend(gradient, w, lr, steps, path=[]):
    path.append(w)
    for _ in range(steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)
