# loses check_minibatches: batch.repeated
import numpy as np
def minibatches(n, batch_size, rng):
    order = np.repeat(rng.permutation(n), 2)
    return [order[i:i + batch_size] for i in range(0, 2 * n, batch_size)]
