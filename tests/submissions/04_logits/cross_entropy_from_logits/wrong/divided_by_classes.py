# loses check_cross_entropy_from_logits: scale.classes
import numpy as np
from scipy.special import log_softmax


def cross_entropy_from_logits(z, y):
    return -log_softmax(z, axis=1)[np.arange(len(y)), y].sum() / len(z[0])
