# loses check_softmax: softmax.twice
import numpy as np
from scipy.special import softmax as s


def softmax(z):
    probabilities = s(z, axis=-1)
    return s(probabilities, axis=-1)
