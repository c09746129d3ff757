# loses check_cross_entropy_from_logits: log.bits
import numpy as np


def cross_entropy_from_logits(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log2(p[range(len(y)), y]).mean()
