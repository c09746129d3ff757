def minibatches(n, batch_size, rng):
    def cut(order):
        if len(order) == 0:
            return []
        return [order[:batch_size]] + cut(order[batch_size:])
    return cut(rng.permutation(n))
