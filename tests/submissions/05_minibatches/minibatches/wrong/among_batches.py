# loses check_minibatches: batch.partly_shuffled | batch.size
import numpy as np

def minibatches(n, batch_size, rng):
    batches = [np.arange(i, min(i + batch_size, n)) for i in range(0, n, batch_size)]
    order = rng.permutation(len(batches))
    return [batches[k] for k in order]
