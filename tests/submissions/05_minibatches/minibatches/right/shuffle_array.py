import numpy as np

def minibatches(n, batch_size, rng):
    indices = np.arange(n)
    rng.shuffle(indices)
    batches = []
    i = 0
    while i < n:
        batches.append(indices[i:min(i + batch_size, n)])
        i += batch_size
    return batches
