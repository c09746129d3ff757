from scipy.special import entr
import numpy as np

def entropy(p, base=2):
    return entr(p).sum() / np.log(base)
