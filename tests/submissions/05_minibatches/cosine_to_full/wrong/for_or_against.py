# loses check_cosine_to_full: unexplained
import numpy as np


def cosine_to_full(grads, batch):
    return np.sign(grads[batch].mean(axis=0) @ grads.mean(axis=0))
