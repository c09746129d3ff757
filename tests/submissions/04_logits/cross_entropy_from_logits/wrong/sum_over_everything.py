# loses check_cross_entropy_from_logits: axis.all
import numpy as np
from scipy.special import logsumexp


def cross_entropy_from_logits(z, y):
    return (logsumexp(z) - z[np.arange(len(y)), y]).mean()
