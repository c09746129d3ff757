# loses check_entropy: returns.type
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    p = p[p > 0]
    return f"{-np.sum(p * np.log(p)) / np.log(base):.4f} bits"
