import numpy as np
from scipy.special import xlog1py, rel_entr

def surprisal(p):
    p = np.asarray(p, dtype=float)
    return rel_entr(1.0, p) / np.log(2)
