# loses check_descend: descend.gradients
import numpy as np

def descend(gradient, w, lr, steps):
    path = [gradient(w)]
    for _ in range(steps):
        w = w - lr * gradient(w)
        path.append(gradient(w))
    return np.array(path)
