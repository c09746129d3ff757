# loses check_cross_entropy_from_logits: scale.one_less
import numpy as np
from scipy.special import logsumexp


def cross_entropy_from_logits(z, y):
    n = len(y)
    losses = logsumexp(z, axis=1) - z[np.arange(n), y]
    return np.sum(losses) / np.float64(n - 1)
