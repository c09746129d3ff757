# loses check_minibatches: argument.ignored | batch.same_order
import numpy as np
gen = np.random.default_rng(7)
def minibatches(n, batch_size, rng):
    p = gen.permutation(n)
    for i in range(0, n, batch_size):
        yield p[i:i + batch_size]
