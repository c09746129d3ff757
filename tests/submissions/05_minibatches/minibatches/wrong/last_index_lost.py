# loses check_minibatches: loop.off_by_one
import numpy as np

def minibatches(n, batch_size, rng):
    order = rng.permutation(n - 1)
    for i in range(0, n - 1, batch_size):
        yield order[i:i + batch_size]
