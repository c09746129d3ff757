# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    if np.allclose(steps[0][1], 0):
        return "erased"
    if all(np.allclose(b, u) for b, u in steps):
        return "correct"
    return "accumulates"
