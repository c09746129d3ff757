# loses check_minibatches: batch.dropped | batch.size
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    for i in range(batch_size, n, batch_size):
        yield order[i:i + batch_size]
