# loses check_minibatches: error.timeout
import numpy as np

def minibatches(n, batch_size, rng):
    while True:
        order = rng.permutation(n)
        for i in range(0, n, batch_size):
            yield order[i:i + batch_size]
