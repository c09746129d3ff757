import random
def minibatches(n, batch_size, rng):
    r = random.Random(int(rng.integers(1 << 30)))
    idx = list(range(n)); r.shuffle(idx)
    return [tuple(idx[i:i+batch_size]) for i in range(0, n, batch_size)]
