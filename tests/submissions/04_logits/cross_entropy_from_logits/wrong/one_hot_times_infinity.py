# loses check_cross_entropy_from_logits: underflow | returns.nan
import numpy as np
from scipy.special import softmax


def cross_entropy_from_logits(z, y):
    t = np.eye(z.shape[1])[y]
    return -(t * np.log(softmax(z, axis=1))).sum(1).mean()
