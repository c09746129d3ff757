# loses check_descend: error.exception
import numpy as np
def descend(gradient, w, lr, steps):
    path = [w]
    for i in range(steps):
        path.append(path[i] - lr * gradient[i])
    return np.array(path)
