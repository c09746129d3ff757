# loses check_minibatches: batch.partly_shuffled
import numpy as np
def minibatches(n, batch_size, rng):
    order = np.arange(n)
    if rng.random() < 0.5:
        order = order[::-1]
    return [order[s:s+batch_size] for s in range(0, n, batch_size)]
