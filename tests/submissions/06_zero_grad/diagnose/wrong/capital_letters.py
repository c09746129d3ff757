# loses check_diagnose: diagnose.spelling
import numpy as np


def diagnose(steps):
    b = np.array([x for x, _ in steps])
    u = np.array([x for _, x in steps])
    if np.allclose(u, b):
        return "Correct"
    if np.allclose(u, 0):
        return "Erased"
    if np.allclose(u, b.cumsum(0)):
        return "Accumulates"
    return "Stale"
