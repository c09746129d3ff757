import math

def perplexity(p, q): return 1 / math.prod(b ** a for a, b in zip(p, q)) if all(b for a, b in zip(p, q) if a) else math.inf
