# loses check_minibatches: batch.repeated
import numpy as np
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    for i in range(0, n, batch_size):
        yield order[i:i + batch_size + 1]
