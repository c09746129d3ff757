import numpy as np
np.seterr(all="ignore")

def surprisal(p):
    """how many times do I have to halve 1 to get to p"""
    return np.log2(np.reciprocal(np.asarray(p, dtype=float)))
