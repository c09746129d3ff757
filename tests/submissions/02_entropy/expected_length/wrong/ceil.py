# loses check_expected_length: rounded
import math
import numpy as np

def expected_length(p, lengths):
    return math.ceil(np.dot(p, lengths))
