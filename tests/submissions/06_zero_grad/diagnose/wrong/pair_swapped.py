# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    b = np.array([x for _, x in steps]); u = np.array([x for x, _ in steps])
    if np.allclose(b, u): return "correct"
    if np.allclose(u, 0): return "erased"
    if np.allclose(u, b.cumsum(0)): return "accumulates"
    return "stale"
