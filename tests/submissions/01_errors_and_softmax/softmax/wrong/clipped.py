# loses check_softmax: overflow | softmax.clipped | unexplained
import numpy as np

def softmax(z):
    # exp(709) is the largest that fits in a double
    z = np.clip(z, -700, 700)
    e = np.exp(z)
    return e / np.sum(e, axis=-1, keepdims=True)
