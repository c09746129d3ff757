# loses check_minibatches: argument.ignored | batch.same_order
import numpy as np

def minibatches(n, batch_size, rng=None):
    rng = np.random.default_rng()
    order = rng.permutation(n)
    for i in range(0, n, batch_size):
        yield order[i:i + batch_size]
