import numpy as np
def minibatches(n, batch_size, rng):
    idx = rng.choice(np.arange(n), n, replace=False)
    for k, _ in enumerate(idx[::batch_size]):
        yield idx[k*batch_size:(k+1)*batch_size]
