# loses check_surprisal: state.kept | returns.shape
import numpy as np

bits = []

def surprisal(p):
    if isinstance(p, (int, float)):
        return -np.log2(p)
    for x in p:
        bits.append(-np.log2(x))
    return bits
