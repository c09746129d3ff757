import numpy as np


def kl_divergence(p, q):
    p, q = np.array(p), np.array(q)
    ratio = np.where(p > 0, p / q, 1)
    print("ratio", ratio)
    return (p * np.log2(ratio)).sum()
