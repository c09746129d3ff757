def minibatches(n, batch_size, rng):
    order = sorted(range(n), key=lambda i: rng.random())
    return [order[i:i+batch_size] for i in range(0, n, batch_size)]
