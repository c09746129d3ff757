import numpy as np
def minibatches(n, batch_size, rng):
    pool = np.arange(n)
    rng.shuffle(pool, axis=0)
    num = n // batch_size + (n % batch_size != 0)
    for b in range(num):
        lo, hi = b * batch_size, min((b + 1) * batch_size, n)
        yield pool[lo:hi].copy()
