# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    if all(np.allclose(u, 0) for _, u in steps):
        return "erased"
    if np.allclose(steps[0][1], 0):
        return "stale"
    if all(np.allclose(b, u) for b, u in steps):
        return "correct"
    return "accumulates"
