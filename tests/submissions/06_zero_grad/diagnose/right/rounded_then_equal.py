import numpy as np


def diagnose(steps):
    b = np.round([s[0] for s in steps], 6) + 0.0
    u = np.round([s[1] for s in steps], 6) + 0.0
    if np.array_equal(b, u):
        return "correct"
    if not np.any(u):
        return "erased"
    if np.array_equal(u[0], 0 * b[0]) and np.array_equal(u[1:], b[:-1]):
        return "stale"
    return "accumulates"
