# loses check_minibatches: batch.size
import numpy as np
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    while len(order):
        k = int(rng.integers(1, batch_size + 1))
        yield order[:k]
        order = order[k:]
