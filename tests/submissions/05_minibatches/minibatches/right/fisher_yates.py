def minibatches(n, batch_size, rng):
    a = list(range(n))
    for i in range(n - 1, 0, -1):
        j = rng.integers(0, i + 1)
        a[i], a[j] = a[j], a[i]
    batch = []
    for x in a:
        batch.append(x)
        if len(batch) == batch_size:
            yield batch
            batch = []
    if batch:
        yield batch
