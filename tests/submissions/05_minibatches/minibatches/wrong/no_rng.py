# loses check_minibatches: error.arguments
import numpy as np

def minibatches(n, batch_size):
    order = np.random.permutation(n)
    for i in range(0, n, batch_size):
        yield order[i:i + batch_size]
