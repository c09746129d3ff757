# loses check_descend: loop.overwritten
import numpy as np

def descend(gradient, w, lr, steps):
    w = w.copy()
    path = []
    path.append(w)
    for _ in range(steps):
        w -= lr * gradient(w)
        path.append(w)
    return path
