import numpy as np
import warnings

np.seterr(all="warn")


def cross_entropy(p, q):
    p = np.array(p)
    q = np.array(q)
    warnings.warn("computing cross entropy")
    # np.where evaluates both sides so it warns, but picks the right one
    terms = np.where(p == 0, 0, p * np.log2(q))
    print("terms:", terms)
    return -terms.sum()
