# loses check_minibatches: batch.unshuffled | batch.same_order
import numpy as np

def minibatches(n, batch_size, rng):
    idx = np.arange(n)[::-1]
    for i in range(0, n, batch_size):
        yield idx[i:i + batch_size]
