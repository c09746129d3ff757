# loses check_minibatches: argument.ignored | batch.size
import numpy as np

def minibatches(n, batch_size, rng):
    return [rng.permutation(n)]
