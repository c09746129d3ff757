# loses check_cross_entropy_from_logits: underflow | zero.clamped
import numpy as np
from scipy.special import softmax


def cross_entropy_from_logits(z, y):
    p = np.clip(softmax(z, axis=1), 1e-7, 1 - 1e-7)
    t = np.eye(z.shape[1])[y]
    return -np.sum(t * np.log(p)) / len(y)
