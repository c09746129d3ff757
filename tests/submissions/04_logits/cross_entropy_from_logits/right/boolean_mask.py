import numpy as np
from scipy.special import log_softmax


def cross_entropy_from_logits(z, y):
    mask = np.arange(z.shape[1])[None, :] == y[:, None]
    picked = log_softmax(z, axis=1)[mask]
    print(picked)
    return -np.average(picked)
