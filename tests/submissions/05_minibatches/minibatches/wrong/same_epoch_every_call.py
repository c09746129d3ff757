# loses check_minibatches: batch.same_order | state.kept
import numpy as np
from functools import lru_cache
_r = np.random.default_rng(3)
@lru_cache
def _order(n):
    return _r.permutation(n)
def minibatches(n, batch_size, rng):
    o = _order(n)
    return [o[s:s + batch_size] for s in range(0, n, batch_size)]
