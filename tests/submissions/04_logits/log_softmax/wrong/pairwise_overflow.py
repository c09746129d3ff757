# loses check_log_softmax: overflow
import numpy as np


def log_softmax(z):
    return -np.log(np.exp(z[..., None, :] - z[..., :, None]).sum(-1))
