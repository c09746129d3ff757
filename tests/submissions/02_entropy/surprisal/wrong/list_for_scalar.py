# loses check_surprisal: returns.shape | returns.type
import numpy as np

def surprisal(p):
    return -np.log2(np.atleast_1d(p))
