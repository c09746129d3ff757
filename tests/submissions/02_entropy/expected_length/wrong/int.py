# loses check_expected_length: rounded
import numpy as np

def expected_length(p, lengths):
    return int(np.dot(p, lengths))
