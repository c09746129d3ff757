# loses check_minibatches: batch.size
import math
import numpy as np

def minibatches(n, batch_size, rng):
    number_of_batches = math.ceil(n / batch_size)
    return np.array_split(rng.permutation(n), number_of_batches)
