# loses check_cross_entropy_from_logits: scale.classes | reduction.mean | unexplained
import numpy as np

def cross_entropy_from_logits(z, y):
    n, k = z.shape
    Y = np.eye(k)[y]
    shifted = z - z.max(1, keepdims=True)
    logp = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return np.mean(-Y * logp)
