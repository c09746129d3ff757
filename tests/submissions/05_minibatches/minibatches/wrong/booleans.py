# loses check_minibatches: returns.type
import numpy as np
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    for s in range(0, n, batch_size):
        yield np.isin(np.arange(n), order[s:s+batch_size])
