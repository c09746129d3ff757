import numpy as np

def expected_length(lengths, p):
    return np.sum(np.multiply(p, lengths))
