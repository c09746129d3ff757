# loses check_entropy: argument.ignored
import numpy as np

probabilities = [0.7, 0.2, 0.1]

def entropy(p, base=2):
    return -sum(x * np.log2(x) for x in probabilities)
