import numpy as np

def surprisal(p):
    return np.log2(1 / np.asarray(p))
