# loses check_expected_length: error.arguments
import numpy as np

def expected_length(p, l):
    return np.dot(p, l)
