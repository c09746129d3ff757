# loses check_expected_length: rounded
import numpy as np

def expected_length(p, lengths):
    return round(float(np.dot(p, lengths)), 2)
