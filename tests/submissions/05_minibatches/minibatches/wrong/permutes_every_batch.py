# loses check_minibatches: batch.repeated
def minibatches(n, batch_size, rng):
    batches = []
    for start in range(0, n, batch_size):
        batches.append(rng.permutation(n)[start:start + batch_size])
    return batches
