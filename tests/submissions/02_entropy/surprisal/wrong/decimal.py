# loses check_surprisal: log.decimal
import numpy as np

def surprisal(p):
    return -np.log10(p)
