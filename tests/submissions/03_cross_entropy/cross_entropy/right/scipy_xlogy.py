import numpy as np
from scipy.special import xlogy


def cross_entropy(p, q):
    return -xlogy(p, q).sum() / np.log(2)
