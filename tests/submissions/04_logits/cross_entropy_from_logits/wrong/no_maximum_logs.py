# loses check_cross_entropy_from_logits: overflow
import numpy as np


def cross_entropy_from_logits(z, y):
    lse = np.log(np.exp(z).sum(axis=1))
    return np.mean(lse - z[np.arange(len(y)), y])
