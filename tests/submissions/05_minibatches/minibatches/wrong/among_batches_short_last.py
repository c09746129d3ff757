# loses check_minibatches: batch.partly_shuffled
import numpy as np

def minibatches(n, batch_size, rng):
    starts = np.arange(0, n - n % batch_size, batch_size)
    rng.shuffle(starts)
    for s in starts:
        yield np.arange(s, s + batch_size)
    if n % batch_size:
        yield np.arange(n - n % batch_size, n)
