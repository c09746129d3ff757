# loses check_surprisal: error.exception
from math import log2, inf

def surprisal(p: float) -> float:
    if p == 0:
        return inf
    return -log2(p)
