# loses check_surprisal: loop.early_return | returns.shape
import math

def surprisal(p):
    if isinstance(p, (int, float)):
        return math.inf if p == 0 else -math.log2(p)
    for x in p:
        return surprisal(x)
