import numpy as np

def expected_length(p, lengths):
    return (np.array(p) * np.array(lengths)).sum()
