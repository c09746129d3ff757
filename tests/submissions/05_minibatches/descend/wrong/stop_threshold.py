# loses check_descend: loop.early_return | returns.shape
import numpy as np
def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        g = gradient(w)
        if np.linalg.norm(g) < 1e-6:
            break
        w = w - lr * g
        path.append(w)
    return np.array(path)
