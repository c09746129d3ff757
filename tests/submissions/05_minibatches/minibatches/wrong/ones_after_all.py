# loses check_minibatches: batch.size
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    full = n // batch_size * batch_size
    out = [order[i:i + batch_size] for i in range(0, full, batch_size)]
    out += [order[i:i + 1] for i in range(full, n)]
    return out
