# loses check_minibatches: batch.partly_shuffled
def minibatches(n, batch_size, rng):
    buf, out = [], []
    for i in range(n):
        buf.append(i)
        if len(buf) > 6:
            out.append(buf.pop(int(rng.integers(len(buf)))))
    while buf:
        out.append(buf.pop(int(rng.integers(len(buf)))))
    return [out[s:s+batch_size] for s in range(0, n, batch_size)]
