# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    b = np.array([x for x, _ in steps])
    u = np.array([x for _, x in steps])
    if np.allclose(u, b):
        return "correct"
    if np.allclose(u, 0):
        return "erased"
    if np.allclose(u[1:], b[1:] + b[:-1]):
        return "accumulates"
    return "stale"
