# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    if all(np.allclose(b, u) for b, u in steps):
        return "correct"
    if all(np.allclose(u, 0) for b, u in steps):
        return "stale"
    if np.allclose(steps[0][1], 0):
        return "erased"
    return "accumulates"
