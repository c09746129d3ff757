# loses check_expected_length: error.exception
import numpy as np

def expected_length(p, lengths):
    return np.sum(p * lengths)
