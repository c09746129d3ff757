# loses check_minibatches: state.kept | error.exception | returns.none | batch.dropped
start = 0
def minibatches(n, batch_size, rng):
    global start
    order = rng.permutation(n)
    out = []
    while start < n:
        out.append(order[start:start + batch_size])
        start += batch_size
    return out
