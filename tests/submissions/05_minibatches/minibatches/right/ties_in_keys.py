import numpy as np

def minibatches(n, batch_size, rng):
    keys = rng.integers(0, 1000, size=n)
    order = np.argsort(keys)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]
