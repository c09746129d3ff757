# loses check_softmax: softmax.missing | abs | exp.missing
import numpy as np


def softmax(z):
    return np.abs(z) / np.abs(z).sum(axis=-1, keepdims=True)
