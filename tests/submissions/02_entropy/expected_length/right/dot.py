import numpy as np

def expected_length(p, lengths):
    return np.dot(p, lengths)
