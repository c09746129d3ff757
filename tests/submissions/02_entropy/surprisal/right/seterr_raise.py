import numpy as np
np.seterr(all="raise")

def surprisal(p):
    with np.errstate(all="ignore"):
        return np.negative(np.log(p)) / np.log(2)
