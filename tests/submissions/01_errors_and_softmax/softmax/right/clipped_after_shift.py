import numpy as np
import matplotlib.pyplot as plt


def softmax(z):
    z = np.array(z, copy=True, dtype=float)
    z -= np.amax(z, axis=-1, keepdims=True)
    z = np.clip(z, -700, 0)
    p = np.exp(z)
    p /= p.sum(axis=-1, keepdims=True)
    if p.ndim == 1:
        plt.bar(range(len(p)), p)
        plt.close()
    return p
