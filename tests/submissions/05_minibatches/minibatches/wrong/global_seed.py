# loses check_minibatches: batch.same_order
import numpy as np

def minibatches(n, batch_size, rng):
    np.random.seed(42)
    order = np.random.permutation(n)
    for i in range(0, n, batch_size):
        yield order[i:i + batch_size]
