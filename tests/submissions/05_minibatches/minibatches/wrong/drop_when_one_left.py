# loses check_minibatches: batch.dropped
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    out = []
    for s in range(0, n, batch_size):
        b = order[s:s + batch_size]
        if len(b) > 1 or batch_size == 1:
            out.append(b)
    return out
