# loses check_cross_entropy_from_logits: index.off_by_one
import numpy as np
from scipy.special import log_softmax


def cross_entropy_from_logits(z, y):
    # labels start at 1?
    return -log_softmax(z, axis=1)[np.arange(len(y)), y - 1].mean()
