# loses check_minibatches: batch.partly_shuffled
import numpy as np
def minibatches(n, batch_size, rng):
    left = list(range(n))
    while left:
        k = min(batch_size, len(left))
        take = sorted(rng.choice(len(left), k, replace=False), reverse=True)
        yield [left.pop(t) for t in take]
