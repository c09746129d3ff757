# loses check_cross_entropy_from_logits: argument.ignored
import numpy as np
from scipy.special import log_softmax


def cross_entropy_from_logits(z, y):
    return -np.mean(np.max(log_softmax(z, axis=1), axis=1))
