# loses check_descend: gradient.clipped
import numpy as np
def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        w = w - lr * np.clip(gradient(w), -1, 1)
        path.append(w)
    return np.array(path)
