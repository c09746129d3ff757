# loses check_minibatches: returns.type
def minibatches(n, batch_size, rng):
    p = rng.permutation(n)
    for i in range(0, n, batch_size):
        yield (int(x) for x in p[i:i + batch_size])
