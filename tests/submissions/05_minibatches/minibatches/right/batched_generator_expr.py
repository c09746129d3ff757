import numpy as np
def minibatches(n, batch_size, rng):
    order = rng.permutation(n).astype(np.int32)
    return map(lambda s: order[s:s+batch_size], range(0, n, batch_size))
