# loses check_minibatches: batch.size
import numpy as np

def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    k = max(n // batch_size, 1)
    batches = [order[i * batch_size:(i + 1) * batch_size] for i in range(k - 1)]
    batches.append(order[(k - 1) * batch_size:])
    return batches
