# loses check_descend: brackets.wrong
import numpy as np
def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        w = lr * w - gradient(w)
        path.append(w)
    return np.array(path)
