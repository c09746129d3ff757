# loses check_descend: path.aliased | descend.start_missing | unexplained | loop.overwritten
import numpy as np

def descend(gradient, w, lr, steps):
    w = w.astype(float).copy()      # do not touch the caller's w
    path = [w]
    for _ in range(steps):
        w -= lr * gradient(w)
        path.append(w)
    return np.array(path)
