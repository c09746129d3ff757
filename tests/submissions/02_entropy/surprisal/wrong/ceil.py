# loses check_surprisal: rounded
import numpy as np

def surprisal(p):
    return np.ceil(-np.log2(p))
