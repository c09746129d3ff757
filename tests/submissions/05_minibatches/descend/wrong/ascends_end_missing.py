# loses check_descend: descend.ascends | descend.end_missing
import numpy as np
def descend(gradient, w, lr, steps):
    out = []
    for _ in range(steps):
        out.append(w); w = w + lr * gradient(w)
    return np.array(out)
