# loses check_minibatches: batch.dropped | loop.overwritten
def minibatches(n, batch_size, rng):
    batch = []
    for i in rng.permutation(n):
        batch.append(i)
        if len(batch) == batch_size:
            batch = []
    if batch:
        yield batch
