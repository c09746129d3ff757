# loses check_descend: axis.wrong
import numpy as np
def descend(gradient, w, lr, steps):
    out = [w]
    for _ in range(steps):
        w = w - lr * gradient(w); out.append(w)
    return list(zip(*out))
