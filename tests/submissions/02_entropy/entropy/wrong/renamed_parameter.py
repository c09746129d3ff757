# loses check_entropy: error.arguments
import numpy as np

def entropy(probs, base=2):
    probs = np.array(probs)
    probs = probs[probs > 0]
    return -np.sum(probs * np.log(probs)) / np.log(base)
