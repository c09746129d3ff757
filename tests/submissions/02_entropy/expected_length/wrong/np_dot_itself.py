# loses check_expected_length: error.arguments
import numpy as np

expected_length = np.dot
