# loses check_minibatches: argument.ignored | batch.same_order | batch.repeated
import numpy as np
def minibatches(n, batch_size, rng):
    order = np.random.choice(n, n, replace=False)
    return [order[s:s+batch_size] for s in range(0, n, batch_size)]
