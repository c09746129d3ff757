# loses check_minibatches: index.outside | batch.size
import numpy as np
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    pad = -n % batch_size
    return np.concatenate([order, -np.ones(pad, dtype=int)]).reshape(-1, batch_size)
