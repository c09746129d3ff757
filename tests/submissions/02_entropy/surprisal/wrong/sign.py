# loses check_surprisal: sign.flipped
import numpy as np

def surprisal(p):
    return np.log2(p)
