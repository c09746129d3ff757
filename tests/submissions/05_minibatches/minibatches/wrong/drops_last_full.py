# loses check_minibatches: batch.dropped
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    for s in range(0, n - batch_size, batch_size):
        yield order[s:s+batch_size]
