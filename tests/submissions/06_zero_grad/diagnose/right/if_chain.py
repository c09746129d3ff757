import numpy as np
from itertools import accumulate

def diagnose(steps):
    """look at the whole record, compare with a tolerance relative to the gradients"""
    grads, used = map(np.array, zip(*steps))
    tol = 1e-7 * np.abs(grads).sum()
    def close(a, b):
        return np.all(np.abs(a - b) <= tol)
    if close(used, 0 * grads):
        return "erased"
    if close(used, grads):
        return "correct"
    if close(used[1:], grads[:-1]) and close(used[0], 0 * used[0]):
        return "stale"
    if close(used, np.array(list(accumulate(grads)))):
        return "accumulates"
    raise ValueError("no such bug known")
