# loses check_minibatches: batch.repeated
import numpy as np

def minibatches(n, batch_size, rng):
    for i in range(0, n, batch_size):
        yield rng.integers(0, n, size=min(batch_size, n - i))
