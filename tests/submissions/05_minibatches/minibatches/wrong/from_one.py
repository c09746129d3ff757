# loses check_minibatches: loop.off_by_one
import numpy as np

def minibatches(n, batch_size, rng):
    order = rng.permutation(np.arange(1, n + 1))
    return [order[s:s + batch_size] for s in range(0, n, batch_size)]
