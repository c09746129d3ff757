# loses check_diagnose: diagnose.exact_equality
import numpy as np


def diagnose(steps):
    b = np.array([x for x, _ in steps])
    u = np.array([x for _, x in steps])
    if np.array_equal(u, b):
        return "correct"
    if np.array_equal(u, np.cumsum(b, axis=0)):
        return "accumulates"
    if not u.any():
        return "erased"
    return "stale"
