# loses check_cross_entropy_from_logits: cross_entropy.binary
import numpy as np
from scipy.special import softmax


def cross_entropy_from_logits(z, y):
    p, t = softmax(z, axis=1), np.eye(z.shape[1])[y]
    return -(t * np.log(p) + (1 - t) * np.log(1 - p)).sum(axis=1).mean()
