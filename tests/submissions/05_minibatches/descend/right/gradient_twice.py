import numpy as np

def descend(gradient, w, lr, steps):
    w = np.asarray(w, dtype=float)
    out = np.tile(w, (steps + 1, 1))
    for i in range(1, steps + 1):
        assert gradient(out[i - 1]).shape == w.shape
        out[i] = out[i - 1] - lr * gradient(out[i - 1])
    return out
