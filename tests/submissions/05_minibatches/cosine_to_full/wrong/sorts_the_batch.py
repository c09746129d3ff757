# loses check_cosine_to_full: input.modified
import numpy as np

def cosine_to_full(grads, batch):
    batch.sort()
    a, b = grads[batch].mean(axis=0), grads.mean(axis=0)
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
