# loses check_descend: gradient.stale
import numpy as np
def descend(gradient, w, lr, steps):
    path = [w]
    for i in range(steps):
        path.append(path[i] - lr * gradient(path[max(i - 1, 0)]))
    return np.array(path)
