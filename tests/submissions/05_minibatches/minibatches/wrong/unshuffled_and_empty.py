# loses check_minibatches: batch.unshuffled | batch.size
import numpy as np
def minibatches(n, batch_size, rng):
    return [np.arange(i * batch_size, min((i + 1) * batch_size, n)) for i in range(n // batch_size + 1)]
