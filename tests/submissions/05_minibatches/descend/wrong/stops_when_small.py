# loses check_descend: loop.early_return | returns.shape
import numpy as np

def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        g = gradient(w)
        w = w - lr * g
        if np.linalg.norm(w - path[-1]) < 0.4:
            break
        path.append(w)
    return np.array(path)
