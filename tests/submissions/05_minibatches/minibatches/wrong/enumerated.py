# loses check_minibatches: returns.type | returns.shape
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    for k, i in enumerate(range(0, n, batch_size)):
        yield k, order[i:i + batch_size]
