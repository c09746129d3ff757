# loses check_minibatches: batch.repeated
import numpy as np
def minibatches(n, batch_size, rng):
    for _ in range(-(-n // batch_size)):
        s = rng.integers(0, max(n - batch_size, 0) + 1)
        yield np.arange(s, min(s + batch_size, n))
