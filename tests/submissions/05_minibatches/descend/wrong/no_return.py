# loses check_descend: returns.none
import numpy as np

def descend(gradient, w, lr, steps):
    path = [w]
    for _ in range(steps):
        w = w - lr * gradient(w)
        path.append(w)
    print(np.array(path))
