# loses check_surprisal: error.exception | zero.nan
import math

def surprisal(p):
    if isinstance(p, (int, float)):
        return -math.log2(p)
    return [-math.log2(x) for x in p]
