import math

def surprisal(p):
    if isinstance(p, (int, float)):
        return math.inf if p == 0 else -math.log2(p)
    return [surprisal(x) for x in p]
