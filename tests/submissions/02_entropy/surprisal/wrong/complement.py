# loses check_surprisal: log.missing
import numpy as np


def surprisal(p):
    return 1 - np.array(p)
