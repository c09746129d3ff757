import math

def cross_entropy(p, q):
    try: return math.fsum(-a * math.log2(b) for a, b in zip(p, q) if a)
    except ValueError: return math.inf
