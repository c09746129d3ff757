def minibatches(n, batch_size, rng):
    seen, batch = set(), []
    while len(seen) < n:
        i = int(rng.integers(n))
        if i in seen:
            continue
        seen.add(i); batch.append(i)
        if len(batch) == batch_size or len(seen) == n:
            yield batch
            batch = []
