import numpy as np


def cross_entropy_from_logits(z, y):
    margins = z - z[range(len(z)), y][:, None]
    return np.logaddexp.reduce(margins, axis=1).mean()
