# loses check_expected_length: rounded
import numpy as np

def expected_length(p, lengths):
    out = np.zeros(len(p), dtype=int)
    for i in range(len(p)):
        out[i] = p[i] * lengths[i]
    return out.sum()
