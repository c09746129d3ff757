# loses check_cosine_to_full: error.exception
import numpy as np
def cosine_to_full(grads, batch):
    a, f = grads[batch].mean(0), grads.mean(0)
    return a @ f / (np.linalg.norm(a, axis=1) * np.linalg.norm(f, axis=1))
