# loses check_cosine_to_full: full.others
import numpy as np

def cosine_to_full(grads, batch):
    a, b = grads[batch].mean(axis=0), np.delete(grads, batch, axis=0).mean(axis=0)
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
