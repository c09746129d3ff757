# loses check_minibatches: error.exception
def minibatches(n, batch_size, rng):
    order = range(n)
    rng.shuffle(order)
    return [order[s:s+batch_size] for s in range(0, n, batch_size)]
