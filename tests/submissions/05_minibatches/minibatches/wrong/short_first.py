# loses check_minibatches: batch.size
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    out = []
    e = n
    while e > 0:
        out.insert(0, order[max(e - batch_size, 0):e]); e -= batch_size
    return out
