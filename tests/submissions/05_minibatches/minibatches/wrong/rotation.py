# loses check_minibatches: batch.partly_shuffled
import numpy as np

def minibatches(n, batch_size, rng):
    order = np.roll(np.arange(n), rng.integers(n))
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]
