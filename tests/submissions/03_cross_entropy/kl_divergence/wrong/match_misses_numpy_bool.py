# loses check_kl_divergence: zero.nan
import math

def kl_divergence(p, q):
    d = 0
    for a, b in zip(p, q):
        match (a > 0, b > 0):
            case (False, _): continue
            case (True, False): return float("inf")
            case _: d += a * math.log2(a / b)
    return d
