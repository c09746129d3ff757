from itertools import islice

def minibatches(n, batch_size, rng):
    it = iter(rng.permutation(n).tolist())
    while chunk := list(islice(it, batch_size)):
        yield chunk
