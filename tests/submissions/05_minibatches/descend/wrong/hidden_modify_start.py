# loses check_descend: input.modified | descend.start_missing
import numpy as np
def descend(gradient, w, lr, steps):
    path = np.zeros((steps + 1, len(w)))
    path[0] = w
    for i in range(steps):
        w -= lr * gradient(w)
        path[i + 1] = w
    return path
