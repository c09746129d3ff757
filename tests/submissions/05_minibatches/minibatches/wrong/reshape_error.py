# loses check_minibatches: error.exception
def minibatches(n, batch_size, rng):
    return rng.permutation(n).reshape(-1, batch_size)
