import numpy as np
def minibatches(n, batch_size, rng):
    order = np.argsort(rng.integers(0, n, size=n), kind="stable")
    for i in range(0, n, batch_size):
        yield order[i:i+batch_size]
