# loses check_descend: returns.shape
import numpy as np
def descend(gradient, w, lr, steps):
    path = [np.linalg.norm(w)]
    for _ in range(steps):
        w = w - lr * gradient(w)
        path.append(np.linalg.norm(w))
    return np.array(path)
