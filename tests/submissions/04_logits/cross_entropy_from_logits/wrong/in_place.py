# loses check_cross_entropy_from_logits: input.modified
import numpy as np


def cross_entropy_from_logits(z, y):
    z -= z.max(axis=1, keepdims=True)
    return (np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(y)), y]).mean()
