# loses check_minibatches: batch.partly_shuffled
import numpy as np
def minibatches(n, batch_size, rng):
    h = n // 2
    order = np.concatenate([rng.permutation(h), h + rng.permutation(n - h)])
    return np.split(order, range(batch_size, n, batch_size))
