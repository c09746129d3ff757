# loses check_minibatches: loop.overwritten
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    for s in range(0, n, batch_size):
        batches = [order[s:s+batch_size]]
    return batches
