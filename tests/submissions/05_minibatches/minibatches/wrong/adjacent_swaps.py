# loses check_minibatches: batch.partly_shuffled
import numpy as np
def minibatches(n, batch_size, rng):
    order = np.arange(n)
    for i in range(0, n - 1, 2):
        if rng.random() < 0.5:
            order[[i, i + 1]] = order[[i + 1, i]]
    for s in range(0, n, batch_size):
        yield order[s:s+batch_size]
