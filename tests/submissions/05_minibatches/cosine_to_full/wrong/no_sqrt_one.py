# loses check_cosine_to_full: norm.wrong
import numpy as np
def cosine_to_full(grads, batch):
    a, b = grads[batch].mean(0), grads.mean(0)
    return (a @ b) / (np.sum(a**2) * np.sqrt(np.sum(b**2)))
