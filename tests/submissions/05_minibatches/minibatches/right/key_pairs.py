def minibatches(n, batch_size, rng):
    pairs = [(rng.uniform(), i) for i in range(n)]
    pairs.sort()
    flat = [i for _, i in pairs]
    return iter([flat[a:a + batch_size] for a in range(0, n, batch_size)])
