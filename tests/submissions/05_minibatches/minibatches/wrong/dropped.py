# loses check_minibatches: batch.dropped
import numpy as np

def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    for k in range(n // batch_size):
        yield order[k * batch_size:(k + 1) * batch_size]
