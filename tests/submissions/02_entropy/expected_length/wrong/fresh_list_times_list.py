# loses check_expected_length: error.exception
import numpy as np

p = np.array([0.5, 0.25, 0.25])
lengths = np.array([1, 2, 2])

def expected_length(p, lengths):
    return (p * lengths).sum()

print(expected_length(p, lengths))   # 1.5, stimmt
