# loses check_minibatches: batch.partly_shuffled
import numpy as np

def minibatches(n, batch_size, rng):
    for i in range(0, n, batch_size):
        batch = np.arange(i, min(i + batch_size, n))
        rng.shuffle(batch)
        yield batch
