# loses check_minibatches: batch.dropped | loop.off_by_one | batch.size
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i - batch_size:i] for i in range(batch_size, n + 1, batch_size)]
