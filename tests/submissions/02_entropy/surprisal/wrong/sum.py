# loses check_surprisal: reduction.sum | returns.shape
import numpy as np

def surprisal(p):
    return -np.sum(np.log2(p))
