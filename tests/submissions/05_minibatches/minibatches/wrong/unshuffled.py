# loses check_minibatches: batch.unshuffled
import numpy as np

def minibatches(n, batch_size, rng):
    return [np.arange(i, min(i + batch_size, n)) for i in range(0, n, batch_size)]
