import math

def log2_safe(x):
    return math.log2(x) if x else -math.inf

def cross_entropy(p, q):
    return sum(abs(a * log2_safe(b)) for a, b in zip(p, q) if a)
