# loses check_minibatches: error.exception
import numpy as np

def minibatches(n, batch_size, rng):
    order = rng.shuffle(np.arange(n))
    for i in range(0, n, batch_size):
        yield order[i:i + batch_size]
