# loses check_descend: axis.wrong
import numpy as np

def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.column_stack(path)
