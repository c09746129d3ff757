import numpy as np
from scipy.special import entr, rel_entr


def cross_entropy(p, q):
    # H(p, q) = H(p) + KL(p || q), in nats, then bits
    return (entr(p).sum() + rel_entr(p, q).sum()) / np.log(2)
