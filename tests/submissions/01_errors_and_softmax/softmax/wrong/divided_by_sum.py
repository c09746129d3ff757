# loses check_softmax: softmax.missing | exp.missing
import numpy as np


def softmax(z):
    return z / z.sum(axis=-1, keepdims=True)
