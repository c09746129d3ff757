# loses check_cosine_to_full: returns.shape
import numpy as np

def cosine_to_full(grads, batch):
    b = grads.mean(axis=0)
    g = grads[batch]
    return g @ b / (np.linalg.norm(g, axis=1) * np.linalg.norm(b))
