# loses check_minibatches: batch.partly_shuffled
import numpy as np
def minibatches(n, batch_size, rng):
    which = rng.permutation(np.arange(n) // batch_size)
    return [np.flatnonzero(which == k) for k in range(which.max() + 1)]
