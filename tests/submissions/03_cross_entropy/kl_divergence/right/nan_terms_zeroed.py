import numpy as np

np.seterr(divide="ignore", invalid="ignore")


def kl_divergence(p, q):
    terms = np.asarray(p) * np.log2(np.divide(p, q))
    terms[np.isnan(terms)] = 0
    return np.sum(terms)
