def perplexity(p, q):
    result = 1.0
    for a, b in zip(p, q):
        if a > 0 and b == 0:
            return float("inf")
        if a > 0:
            result *= b ** -a
    return result
