from scipy.special import kl_div
from math import log


def kl_divergence(p, q):
    return kl_div(p, q).sum() / log(2)
