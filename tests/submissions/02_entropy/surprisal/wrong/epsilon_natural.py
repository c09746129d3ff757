# loses check_surprisal: zero.clamped | log.natural
import numpy as np

def surprisal(p):
    return -np.log(np.array(p) + 1e-9)
