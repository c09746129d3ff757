import numpy as np

def expected_length(p, lengths):
    return np.average(lengths, weights=p)
