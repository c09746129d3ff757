from itertools import zip_longest
def minibatches(n, batch_size, rng):
    it = iter(int(x) for x in rng.permutation(n))
    return [[x for x in chunk if x is not None] for chunk in zip_longest(*[it] * batch_size)]
