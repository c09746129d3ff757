# loses check_minibatches: state.kept
def minibatches(n, batch_size, rng, batches=[]):
    order = rng.permutation(n)
    for i in range(0, n, batch_size):
        batches.append(order[i:i + batch_size])
    return batches
