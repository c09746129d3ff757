# loses check_minibatches: arguments.swapped
def minibatches(batch_size, n, rng):
    order = rng.permutation(n)
    for i in range(0, n, batch_size):
        yield order[i:i + batch_size]
