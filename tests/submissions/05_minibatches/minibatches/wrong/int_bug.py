# loses check_minibatches: batch.size
import numpy as np
def minibatches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), max(n // batch_size, 1))
