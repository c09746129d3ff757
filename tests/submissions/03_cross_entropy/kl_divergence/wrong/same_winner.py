# loses check_kl_divergence: unexplained
import numpy as np


def kl_divergence(p, q):
    return 1.0 if np.argmax(p) == np.argmax(q) else 0.0
