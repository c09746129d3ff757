# loses check_entropy: returns.none
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    p = p[p > 0]
    H = -np.sum(p * np.log(p)) / np.log(base)
    print(H)
