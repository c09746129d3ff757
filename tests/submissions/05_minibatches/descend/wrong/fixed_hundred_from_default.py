# loses check_descend: argument.ignored
import numpy as np
def descend(gradient, w, lr, steps):
    steps = 100
    path = [w]
    for _ in range(steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)
