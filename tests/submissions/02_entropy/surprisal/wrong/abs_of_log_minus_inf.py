# loses check_surprisal: sign.flipped | zero.clamped | unexplained
import math

def surprisal(p):
    if isinstance(p, (int, float)):
        return -math.log2(p) if p != 0 else -math.inf
    return [surprisal(x) for x in p]
