# loses check_cosine_to_full: order.normalised_first
import numpy as np

def cosine_to_full(grads, batch):
    g = grads / np.linalg.norm(grads, axis=1, keepdims=True)
    a, b = g[batch].mean(axis=0), g.mean(axis=0)
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
