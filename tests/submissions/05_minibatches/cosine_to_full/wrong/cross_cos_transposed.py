# loses check_cosine_to_full: error.exception | axis.wrong | returns.shape
import numpy as np
def cosine_to_full(grads, batch):
    a, f = grads.T[batch].mean(0), grads.T.mean(0)
    return a @ f / (np.linalg.norm(a) * np.linalg.norm(f))
