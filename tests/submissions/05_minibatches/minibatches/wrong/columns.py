# loses check_minibatches: returns.shape
def minibatches(n, batch_size, rng):
    order = rng.permutation(n).reshape(-1, 1)
    return [order[s:s+batch_size] for s in range(0, n, batch_size)]
