# loses check_minibatches: batch.repeated | index.outside | returns.type
import numpy as np
def minibatches(n, batch_size, rng):
    order = np.rint(rng.random(n) * n).astype(int)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]
