# loses check_minibatches: batch.partly_shuffled
import numpy as np

def minibatches(n, batch_size, rng):
    full = n // batch_size * batch_size
    order = np.concatenate([rng.permutation(full), np.arange(full, n)])
    return [order[s:s + batch_size] for s in range(0, n, batch_size)]
