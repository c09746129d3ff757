import numpy as np

def sgd_step(w, g, lr):
    out = np.zeros(w.shape)
    for i in range(w.shape[0]):
        out[i] = w[i] - lr * g[i]
    return out
