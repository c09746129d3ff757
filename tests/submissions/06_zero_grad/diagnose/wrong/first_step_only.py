# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    batch, used = steps[0]
    if np.allclose(batch, used):
        return "correct"
    if np.allclose(used, 0):
        return "erased"
    return "accumulates"
