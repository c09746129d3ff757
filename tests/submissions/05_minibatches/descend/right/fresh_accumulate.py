from itertools import accumulate, repeat
import numpy as np

def descend(gradient, w, lr, steps):
    start = np.array(w, dtype=float)
    path = accumulate(repeat(None, steps), lambda v, _: v - lr * np.asarray(gradient(v)), initial=start)
    return np.stack(list(path))
