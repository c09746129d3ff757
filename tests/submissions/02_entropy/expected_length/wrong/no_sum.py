# loses check_expected_length: returns.shape
import numpy as np

def expected_length(p, lengths):
    return np.array(p) * np.array(lengths)
