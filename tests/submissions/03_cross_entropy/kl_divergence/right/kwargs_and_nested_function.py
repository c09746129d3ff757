import numpy as np
from functools import reduce


def kl_divergence(p, q, *, verbose=False):
    def term(pair):
        pi, qi = pair
        if pi == 0:
            return 0.0
        with np.errstate(divide="ignore"):
            return float(pi * np.log2(np.float64(pi) / qi))

    value = reduce(lambda acc, pair: acc + term(pair), zip(p, q), 0.0)
    if verbose:
        print(value)
    return max(0.0, value)
