# loses check_descend: rounded
import numpy as np
def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        w = np.round(w - lr * gradient(w), 3)
        path.append(w)
    return np.array(path)
