# loses check_minibatches: batch.partly_shuffled | batch.size
import numpy as np

def minibatches(n, batch_size, rng):
    starts = rng.permutation(np.arange(0, n, batch_size))
    for s in starts:
        yield rng.permutation(np.arange(s, min(s + batch_size, n)))
