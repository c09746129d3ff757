# loses check_surprisal: log.natural
import numpy as np

def surprisal(p):
    return -np.log(p)
