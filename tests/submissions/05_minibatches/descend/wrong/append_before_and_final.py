# loses check_descend: loop.off_by_one | descend.start_missing
import numpy as np
def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        path.append(w)
        w = w - lr * gradient(w)
    path.append(w)
    return np.array(path)
