# loses check_minibatches: batch.repeated
import numpy as np

def minibatches(n, batch_size, rng):
    for i in range(0, n, batch_size):
        order = rng.permutation(n)
        yield order[i:i + batch_size]
