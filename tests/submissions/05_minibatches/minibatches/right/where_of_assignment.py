import numpy as np
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    which = np.arange(n) // batch_size
    return [order[which == k] for k in range(which.max() + 1)]
