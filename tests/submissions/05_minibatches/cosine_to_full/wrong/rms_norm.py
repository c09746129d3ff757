# loses check_cosine_to_full: norm.wrong
import numpy as np
def cosine_to_full(grads, batch):
    a, f = grads[batch].mean(0), grads.mean(0)
    return np.sum(a * f) / (np.sqrt(np.mean(a**2)) * np.sqrt(np.mean(f**2)))
