import numpy as np
def cosine_to_full(grads, batch):
    X = np.vstack([grads[batch].mean(0), grads.mean(0)])
    G = X @ X.T
    return G[0, 1] / np.sqrt(G[0, 0] * G[1, 1])
