import numpy as np
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    cuts = list(range(0, n, batch_size))
    out = np.empty(len(cuts), dtype=object)
    for k, c in enumerate(cuts):
        out[k] = order[c:c+batch_size]
    return out
