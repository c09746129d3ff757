# loses check_softmax: softmax.missing
import numpy as np


def softmax(z):
    low = z.min(-1, keepdims=True)
    high = z.max(-1, keepdims=True)
    return (z - low) / (high - low)
