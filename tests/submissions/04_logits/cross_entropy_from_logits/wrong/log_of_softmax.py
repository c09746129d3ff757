# loses check_cross_entropy_from_logits: underflow
import numpy as np
from scipy.special import softmax


def cross_entropy_from_logits(z, y):
    p = softmax(z, axis=1)
    return np.mean(-np.log(p[np.arange(len(z)), y]))
