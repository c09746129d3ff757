import numpy as np
def kl_divergence(p, q):
    s = np.float32(0); h = np.float32(0)
    for a, b in zip(p, q):
        if a > 0:
            s -= np.float32(a) * np.log2(np.float32(b))
            h -= np.float32(a) * np.log2(np.float32(a))
    return s - h
