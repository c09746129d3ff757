import math
import numpy as np

def surprisal(p):
    match p:
        case list() | tuple() | np.ndarray(): return np.array(list(map(surprisal, p)))
        case 0: return np.inf
        case _: return math.log(1 / p, 2)
