# loses check_cross_entropy_from_logits: underflow
import numpy as np
from scipy.special import softmax


def cross_entropy_from_logits(z, y):
    p = softmax(z, axis=1)[np.arange(len(y)), y]
    return -np.mean(np.where(p > 0, np.log(p), 0))
