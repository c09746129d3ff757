# loses check_log_softmax: log.bits
import numpy as np
from scipy.special import log_softmax as ls


def log_softmax(z):
    return ls(z, axis=-1) / np.log(2)
