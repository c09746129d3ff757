# loses check_minibatches: batch.empty | batch.size | unexplained
import numpy as np

def minibatches(n, batch_size, rng):
    order = np.arange(n)
    rng.shuffle(order)
    out = []
    for b in range(n // batch_size + 1):
        out.append(order[b * batch_size:(b + 1) * batch_size])
    return out
