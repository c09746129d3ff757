# loses check_minibatches: returns.none
import numpy as np

def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = [order[i:i + batch_size] for i in range(0, n, batch_size)]
