# loses check_kl_divergence: reduction.mean
import numpy as np
from scipy.special import rel_entr


def kl_divergence(p, q):
    return np.mean(rel_entr(p, q)) / np.log(2)
