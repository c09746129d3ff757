import numpy as np

def perplexity(p, q):
    # 2^(-sum p log2 q) = prod q^-p, no logs needed
    with np.errstate(divide="ignore"):
        return np.prod(np.power(np.asarray(q, float), -np.asarray(p, float)))
