import numpy as np

@np.vectorize(otypes=[float])
def surprisal(p):
    if p == 0:
        return float("inf")
    return -np.log2(p)
