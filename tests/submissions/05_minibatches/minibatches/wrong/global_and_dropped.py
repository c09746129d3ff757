# loses check_minibatches: batch.dropped
import numpy as np
def minibatches(n, batch_size, rng):
    order = np.random.permutation(n)
    return order[:n // batch_size * batch_size].reshape(-1, batch_size)
