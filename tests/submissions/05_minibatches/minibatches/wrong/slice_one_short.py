# loses check_minibatches: batch.size | batch.dropped
import numpy as np

def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:i + batch_size - 1] for i in range(0, n, batch_size)]
