import numpy as np


def perplexity(p, q):
    p, q = np.array(p), np.array(q)
    h = np.sum([-a * np.log10(b) for a, b in zip(p, q) if a])
    return 10**h
