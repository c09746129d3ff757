import numpy as np

def minibatches(n, batch_size, rng):
    p = rng.permutation(n)
    return [p[i:i + batch_size] for i in range(0, n, batch_size)]
