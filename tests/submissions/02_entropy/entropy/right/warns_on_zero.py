import warnings
import numpy as np

def entropy(p, base=2):
    h = 0.0
    for i in range(len(p)):
        if p[i] == 0:
            warnings.warn("zero probability, skipped")
            continue
        h -= p[i] * np.log2(p[i])
    return h / np.log2(base)
