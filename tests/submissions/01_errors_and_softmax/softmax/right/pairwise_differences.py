import numpy as np


# 1 / sum_j exp(z_j - z_i): overflow goes to inf, and 1 / inf is the right 0
def softmax(z):
    with np.errstate(over="ignore"):
        return 1 / np.exp(z[..., None, :] - z[..., :, None]).sum(-1)
