# loses check_cosine_to_full: reduction.mean
import numpy as np
def cosine_to_full(grads, batch):
    a, f = grads[batch].mean(0), grads.mean(0)
    return np.mean(a * f) / (np.linalg.norm(a) * np.linalg.norm(f))
