# loses check_minibatches: batch.unshuffled
import numpy as np

def minibatches(n, batch_size, rng):
    indices = np.arange(n)
    rng.permutation(indices)
    for i in range(0, n, batch_size):
        yield indices[i:i + batch_size]
