import numpy as np

def minibatches(n, batch_size, rng):
    idx = rng.choice(n, size=n, replace=False)
    out = []
    for b in range(0, len(idx), batch_size):
        out.append(list(idx[b:b+batch_size]))
    return out
