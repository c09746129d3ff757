import numpy as np
def minibatches(n, batch_size, rng):
    buf = []
    for i in rng.permutation(n):
        buf.append(int(i))
        if len(buf) == batch_size:
            yield np.array(buf)
            buf.clear()
    if len(buf) > 0:
        yield np.array(buf)
