# loses check_descend: descend.one_by_one
import numpy as np

def descend(gradient, w, lr, steps):
    w = np.array(w, dtype=float)
    path = [w.copy()]
    for _ in range(steps):
        for k in range(len(w)):
            w[k] = w[k] - lr * gradient(w)[k]
        path.append(w.copy())
    return np.array(path)
