import numpy as np

def minibatches(n, batch_size, rng):
    perm = rng.choice(n, size=n, replace=False)
    cuts = range(batch_size, n, batch_size)
    return np.array_split(perm, cuts)
