import warnings
import numpy as np

np.seterr(all="raise")
warnings.simplefilter("error")

def entropy(p, base=2):
    p = np.array(p, dtype=np.float64)
    safe = np.where(p == 0, 1, p)
    return -np.sum(p * np.log(safe)) / np.log(base)
