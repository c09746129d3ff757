# loses check_minibatches: loop.early_return
import numpy as np

def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for i in range(0, n, batch_size):
        batches.append(order[i:i + batch_size])
        return batches
