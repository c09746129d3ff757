# loses check_surprisal: error.exception
import math

def surprisal(p):
    return [-math.log2(x) if x > 0 else math.inf for x in p]
