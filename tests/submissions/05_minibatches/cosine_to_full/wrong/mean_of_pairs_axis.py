# loses check_cosine_to_full: error.exception | axis.wrong | returns.shape
import numpy as np
def cosine_to_full(grads, batch):
    a, f = grads[batch].mean(axis=1), grads.mean(axis=0)
    return np.dot(a, f) / (np.linalg.norm(a) * np.linalg.norm(f))
