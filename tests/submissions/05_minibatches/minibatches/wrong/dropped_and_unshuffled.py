# loses check_minibatches: batch.dropped | batch.unshuffled
import numpy as np

def minibatches(n, batch_size, rng):
    return [list(range(k * batch_size, (k + 1) * batch_size)) for k in range(n // batch_size)]
