# loses check_descend: unexplained | reduction.mean | argument.ignored
import numpy as np
def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        w = w - lr * gradient(w)[0]
        path.append(w)
    return np.array(path)
