# loses check_cosine_to_full: sign.flipped
import numpy as np

def cosine_to_full(grads, batch):
    a, b = -grads[batch].mean(axis=0), grads.mean(axis=0)
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
