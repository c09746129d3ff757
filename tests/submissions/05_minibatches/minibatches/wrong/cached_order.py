# loses check_minibatches: batch.same_order | state.kept
import numpy as np

_orders = {}

def minibatches(n, batch_size, rng):
    if n not in _orders:
        _orders[n] = rng.permutation(n)
    order = _orders[n]
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]
