# loses check_cross_entropy_from_logits: overflow
import numpy as np


def cross_entropy_from_logits(z, y):
    margins = z - z[np.arange(len(y)), y][:, None]
    return np.log(np.exp(margins).sum(axis=1)).mean()
