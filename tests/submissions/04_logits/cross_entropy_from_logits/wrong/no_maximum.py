# loses check_cross_entropy_from_logits: overflow
import numpy as np


def cross_entropy_from_logits(z, y):
    e = np.exp(z)
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(y)), y]).mean()
