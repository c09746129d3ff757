# loses check_descend: descend.coordinatewise | unexplained | descend.one_by_one
import numpy as np

def descend(gradient, w, lr, steps):
    d = len(w)
    path = np.zeros((steps + 1, d))
    path[0] = w
    for t in range(steps):
        cur = path[t].copy()
        for j in range(d):
            cur[j] = cur[j] - lr * gradient(cur)[j]
        path[t + 1] = cur
    return path
