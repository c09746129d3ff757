def minibatches(n, batch_size, rng):
    order = []
    for i in range(n):
        order.insert(int(rng.integers(0, len(order) + 1)), i)
    while order:
        yield order[:batch_size]
        order = order[batch_size:]
