def minibatches(n, batch_size, rng):
    groups = {}
    for position, i in enumerate(rng.permutation(n)):
        groups.setdefault(position // batch_size, []).append(i)
    return groups.values()
