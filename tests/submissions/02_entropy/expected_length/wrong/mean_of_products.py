# loses check_expected_length: reduction.mean
import numpy as np

def expected_length(p, lengths):
    return np.mean(np.array(p) * np.array(lengths))
