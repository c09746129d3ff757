# loses check_expected_length: unexplained
import numpy as np


def expected_length(p, lengths):
    likeliest = np.argmax(p)
    return lengths[likeliest]
