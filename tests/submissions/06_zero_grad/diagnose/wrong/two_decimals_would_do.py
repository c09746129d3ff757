# loses check_diagnose: diagnose.confused
import numpy as np


def same(a, b):
    return np.allclose(a, b, rtol=0, atol=5e-2)  # rounding errors


def diagnose(steps):
    b = np.array([s[0] for s in steps])
    u = np.array([s[1] for s in steps])
    if same(u, b):
        return "correct"
    if same(u, b.cumsum(axis=0)):
        return "accumulates"
    if same(u, 0):
        return "erased"
    return "stale"
