# loses check_minibatches: returns.type
import numpy as np

def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return {i // batch_size: order[i:i + batch_size] for i in range(0, n, batch_size)}
