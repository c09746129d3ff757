# loses check_descend: step.missing
import numpy as np
def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        w - lr * gradient(w)
        path.append(w)
    return np.array(path)
