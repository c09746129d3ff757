# loses check_softmax: overflow | returns.nan
import numpy as np

def softmax(z):
    # shifting does not change the result, so center the logits first
    z = z - z.mean(axis=-1, keepdims=True)
    return np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)
