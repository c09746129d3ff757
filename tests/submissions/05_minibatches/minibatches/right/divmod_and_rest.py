import numpy as np

def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    full, rest = divmod(n, batch_size)
    batches = list(order[:full * batch_size].reshape(full, batch_size))
    if rest > 0:
        batches.append(order[full * batch_size:])
    return batches
