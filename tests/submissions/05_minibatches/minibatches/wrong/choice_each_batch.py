# loses check_minibatches: batch.repeated
import numpy as np

def minibatches(n, batch_size, rng):
    out = []
    for i in range(0, n, batch_size):
        out.append(rng.choice(n, min(batch_size, n - i), replace=False))
    return out
