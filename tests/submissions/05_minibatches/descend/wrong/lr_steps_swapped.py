# loses check_descend: error.exception | arguments.swapped
import numpy as np
def descend(gradient, w, steps, lr):
    path = [w]
    for _ in range(steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)
