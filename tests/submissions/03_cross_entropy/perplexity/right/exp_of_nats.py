import numpy as np
from scipy.special import xlogy


def perplexity(p, q):
    return np.exp(-np.sum(xlogy(p, q)))
