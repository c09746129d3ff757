import numpy as np
import scipy.special as sp


def kl_divergence(p, q):
    nats = np.sum(sp.rel_entr(p, q))
    return nats / np.log(2)
