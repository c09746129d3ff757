# loses check_descend: argument.ignored | descend.start_missing
import numpy as np
def descend(gradient, w, lr, steps):
    out = []
    for _ in range(steps):
        w = w - gradient(w); out.append(w)
    return np.array(out)
