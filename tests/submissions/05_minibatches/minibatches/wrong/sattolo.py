# loses check_minibatches: batch.partly_shuffled
def minibatches(n, batch_size, rng):
    a = list(range(n))
    for i in range(n - 1, 0, -1):
        j = rng.integers(0, i)   # never itself
        a[i], a[j] = a[j], a[i]
    return [a[s:s + batch_size] for s in range(0, n, batch_size)]
