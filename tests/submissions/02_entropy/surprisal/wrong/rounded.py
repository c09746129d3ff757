# loses check_surprisal: rounded
import numpy as np

def surprisal(p):
    return np.round(-np.log2(p), 2)
