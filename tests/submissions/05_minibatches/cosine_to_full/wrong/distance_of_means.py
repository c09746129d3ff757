# loses check_cosine_to_full: cosine.distance
import numpy as np

def cosine_to_full(grads, batch):
    return np.linalg.norm(grads[batch].mean(axis=0) - grads.mean(axis=0))
