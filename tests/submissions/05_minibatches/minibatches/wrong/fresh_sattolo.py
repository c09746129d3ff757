# loses check_minibatches: batch.partly_shuffled | shuffle.cyclic_only | unexplained
import numpy as np

def minibatches(n, batch_size, rng):
    idx = np.arange(n)
    i = n
    while i > 1:
        i = i - 1
        j = rng.integers(i)      # 0 <= j < i
        idx[j], idx[i] = idx[i], idx[j]
    for s in range(0, n, batch_size):
        yield idx[s:s + batch_size]
