# loses check_descend: lr.changed
import numpy as np
def descend(gradient, w, lr, steps):
    path = [w]
    for t in range(steps):
        w = w - lr * 0.9 ** t * gradient(w)
        path.append(w)
    return np.array(path)
