# loses check_minibatches: batch.partly_shuffled
def minibatches(n, batch_size, rng):
    a = list(range(n))
    for i in range(1, n - 1):
        j = int(rng.integers(0, i + 1))
        a[i], a[j] = a[j], a[i]
    return [a[s:s+batch_size] for s in range(0, n, batch_size)]
