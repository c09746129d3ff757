# loses check_cosine_to_full: error.exception | axis.wrong
import numpy as np

def cosine_to_full(grads, batch):
    a, b = grads[batch].mean(axis=1), grads.mean(axis=1)
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
