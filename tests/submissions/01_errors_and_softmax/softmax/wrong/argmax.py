# loses check_softmax: softmax.missing
import numpy as np


def softmax(z):
    # hard, not soft
    return np.eye(z.shape[-1])[z.argmax(-1)]
