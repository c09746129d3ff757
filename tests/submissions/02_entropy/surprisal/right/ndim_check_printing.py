import numpy as np

def surprisal(p):
    print("p is", p)
    array = np.array(p)
    if array.ndim == 0:
        if array == 0:
            return np.inf
        return float(-np.log2(array))
    out = np.full(array.shape, np.inf)
    for i in range(len(array)):
        if array[i] != 0:
            out[i] = -np.log2(array[i])
    return out

surprisal(0.5)
surprisal([0.5, 0.25, 0.25])
