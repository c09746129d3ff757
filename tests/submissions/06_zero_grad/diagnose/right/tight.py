import numpy as np


def diagnose(steps):
    B, U = (np.array(x) for x in zip(*steps))
    tol = 1e-12 * (1 + np.abs(U).max())
    if (np.abs(U) <= tol).all(): return "erased"
    if (np.abs(U - B) <= tol).all(): return "correct"
    if (np.abs(U - B.cumsum(0)) <= tol).all(): return "accumulates"
    return "stale"
