# loses check_kl_divergence: returns.shape
from scipy.special import rel_entr
import numpy as np


def kl_divergence(p, q):
    return rel_entr(p, q) / np.log(2)
