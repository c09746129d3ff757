from decimal import Decimal
import math
def cross_entropy(p, q):
    t = Decimal(0)
    for a, b in zip(p, q):
        if a == 0: continue
        if b == 0: return Decimal('Infinity')
        t -= Decimal(float(a)) * (Decimal(float(b)).ln() / Decimal(2).ln())
    return t
