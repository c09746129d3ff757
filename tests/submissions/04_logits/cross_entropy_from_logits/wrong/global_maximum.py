# loses check_cross_entropy_from_logits: axis.all
import numpy as np


def cross_entropy_from_logits(z, y):
    z = z - np.max(z)
    return np.mean(np.log(np.sum(np.exp(z), axis=1)) - z[np.arange(len(y)), y])
