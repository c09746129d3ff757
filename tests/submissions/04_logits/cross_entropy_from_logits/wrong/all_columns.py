# loses check_cross_entropy_from_logits: index.all_pairs | unexplained
import numpy as np
from scipy.special import log_softmax as lsm

def cross_entropy_from_logits(z, y):
    logp = lsm(z, axis=1)
    return -np.mean(logp[:, y])
