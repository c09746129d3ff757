# loses check_minibatches: batch.same_order
import numpy as np
SEED = 123
def minibatches(n, batch_size, rng):
    r = np.random.RandomState(SEED)
    idx = np.arange(n); r.shuffle(idx)
    return np.split(idx, range(batch_size, n, batch_size))
