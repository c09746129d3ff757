import math


def perplexity(p, q):
    bits = 0
    for k, pk in enumerate(p):
        if pk:
            try:
                bits -= pk * math.log2(q[k])
            except ValueError:
                bits = math.inf
    return math.pow(2, bits)
