# loses check_descend: descend.start_missing | descend.end_missing | loop.off_by_one
import numpy as np
def descend(gradient, w, lr, steps):
    path = []
    for _ in range(steps - 1):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)
