# loses check_descend: descend.end_missing | descend.start_missing
import numpy as np
def descend(gradient, w, lr, steps):
    path = np.full((steps + 1, len(w)), np.nan)
    for i in range(steps):
        path[i] = w
        w = w - lr * gradient(w)
    return path
