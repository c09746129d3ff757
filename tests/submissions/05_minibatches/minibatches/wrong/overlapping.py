# loses check_minibatches: batch.repeated
import numpy as np

def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:i + batch_size] for i in range(n)]
