def minibatches(n, batch_size, rng):
    rest = set(range(n))
    out = []
    while rest:
        cand = sorted(rest)
        b = []
        for _ in range(min(batch_size, len(cand))):
            b.append(cand.pop(int(rng.integers(len(cand)))))
        rest -= set(b)
        out.append(b)
    return out
