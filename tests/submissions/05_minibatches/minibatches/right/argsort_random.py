import numpy as np
from math import ceil

def minibatches(n, batch_size, rng):
    order = np.argsort(rng.random(n))
    return (order[k * batch_size:(k + 1) * batch_size] for k in range(ceil(n / batch_size)))
