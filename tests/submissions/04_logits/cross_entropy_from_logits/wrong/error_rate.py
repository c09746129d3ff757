# loses check_cross_entropy_from_logits: unexplained
import numpy as np


def cross_entropy_from_logits(z, y):
    guessed = np.argmax(z, axis=1)
    return np.mean(guessed != y)
