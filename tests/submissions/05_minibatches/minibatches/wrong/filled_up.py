# loses check_minibatches: batch.repeated | batch.size
import numpy as np

def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    missing = -n % batch_size
    order = np.concatenate([order, np.resize(order, missing)])
    return order.reshape(-1, batch_size)
