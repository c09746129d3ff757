# loses check_cross_entropy_from_logits: reduction.mean
import numpy as np
from scipy.special import log_softmax


def cross_entropy_from_logits(z, y):
    t = np.eye(z.shape[1])[y]
    return -(t * log_softmax(z, axis=1)).mean()
