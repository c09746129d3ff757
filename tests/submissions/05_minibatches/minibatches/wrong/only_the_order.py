# loses check_minibatches: returns.shape
import numpy as np

def minibatches(n, batch_size, rng):
    return rng.permutation(n)
