# loses check_cosine_to_full: cosine.centred
import numpy as np

def cosine_to_full(grads, batch):
    return np.corrcoef(grads[batch].mean(axis=0), grads.mean(axis=0))[0, 1]
