# loses check_minibatches: batch.partly_shuffled | batch.size
def minibatches(n, batch_size, rng):
    order = rng.permutation(n).tolist()
    return sorted(order[i:i + batch_size] for i in range(0, n, batch_size))
