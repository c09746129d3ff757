# loses check_cosine_to_full: abs
import numpy as np


def cosine_to_full(grads, batch):
    a, b = np.mean(grads[batch], axis=0), np.mean(grads, axis=0)
    return sum(abs(x * y) for x, y in zip(a, b)) / np.sqrt(sum(a**2) * sum(b**2))
