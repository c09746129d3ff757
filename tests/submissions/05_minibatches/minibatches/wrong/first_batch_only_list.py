# loses check_minibatches: loop.early_return | batch.dropped
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[:batch_size]]
