import numpy as np
def descend(gradient, w, lr, steps):
    d = np.size(w)
    P = np.zeros((d, steps + 1))
    P[:, 0] = w
    for k in range(1, steps + 1):
        P[:, k] = P[:, k - 1] - lr * gradient(P[:, k - 1])
    return P.T
