# loses check_kl_divergence: kl.symmetric
import numpy as np
from scipy.stats import entropy


def kl_divergence(p, q):
    m = (np.array(p) + np.array(q)) / 2
    return (entropy(p, m, base=2) + entropy(q, m, base=2)) / 2
