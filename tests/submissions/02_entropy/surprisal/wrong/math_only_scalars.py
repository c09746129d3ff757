# loses check_surprisal: error.exception
import math

def surprisal(p):
    return -math.log2(p) if p > 0 else math.inf
