import numpy as np

def minibatches(n, batch_size, rng):
    left = np.arange(n)
    while len(left):
        take = rng.choice(left, min(batch_size, len(left)), replace=False)
        left = np.setdiff1d(left, take)
        yield take
