import numpy as np
def minibatches(n, batch_size, rng):
    keys = rng.standard_normal(n)
    idx = np.argpartition(keys, 0)[keys.argsort()] if False else keys.argsort()
    nb = -(-n // batch_size)
    return [idx[i*batch_size:][:batch_size] for i in range(nb)]
