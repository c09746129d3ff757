# loses check_softmax: softmax.temperature
import numpy as np


def softmax(z, T=2):
    e = np.exp((z - z.max(-1, keepdims=True)) / T)
    return e / e.sum(-1, keepdims=True)
