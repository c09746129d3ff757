# loses check_minibatches: returns.type
def minibatches(n, batch_size, rng):
    order = rng.permutation(n).tolist()
    return [set(order[i:i + batch_size]) for i in range(0, n, batch_size)]
