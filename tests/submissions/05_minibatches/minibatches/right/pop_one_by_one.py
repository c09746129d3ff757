def minibatches(n, batch_size, rng):
    pool = list(range(n))
    result = [[]]
    while pool:
        if len(result[-1]) == batch_size:
            result.append([])
        result[-1].append(pool.pop(rng.integers(len(pool))))
    print("made", len(result), "batches")
    return tuple(result)
