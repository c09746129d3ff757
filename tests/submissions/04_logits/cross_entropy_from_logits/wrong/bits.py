# loses check_cross_entropy_from_logits: log.bits
import numpy as np
from scipy.special import logsumexp


def cross_entropy_from_logits(z, y):
    nats = (logsumexp(z, axis=1) - z[np.arange(len(y)), y]).mean()
    return nats / np.log(2)
