# loses check_minibatches: argument.ignored | batch.same_order
import random

def minibatches(n, batch_size, rng):
    order = list(range(n))
    random.shuffle(order)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]
