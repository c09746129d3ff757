# loses check_minibatches: batch.repeated
def minibatches(n, batch_size, rng):
    for epoch in range(2):
        order = rng.permutation(n)
        for s in range(0, n, batch_size):
            yield order[s:s+batch_size]
