# loses check_minibatches: batch.same_order | batch.unshuffled
import math
def minibatches(n, batch_size, rng):
    k = math.ceil(n / batch_size)
    order = [i for j in range(k) for i in range(j, n, k)]
    return [order[s:s+batch_size] for s in range(0, n, batch_size)]
