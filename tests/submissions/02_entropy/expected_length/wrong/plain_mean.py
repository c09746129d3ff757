# loses check_expected_length: argument.ignored
import numpy as np

def expected_length(p, lengths):
    return np.mean(lengths)
