# loses check_log_softmax: rounded
import numpy as np
from scipy.special import log_softmax as ls


def log_softmax(z):
    return np.round(ls(z, -1), 4)
