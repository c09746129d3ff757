# loses check_diagnose: diagnose.spelling
import numpy as np


def diagnose(steps):
    b = np.array([x for x, _ in steps])
    u = np.array([x for _, x in steps])
    if np.allclose(u, b):
        return "correct"
    if np.allclose(u, 0):
        return "zeroed too early"
    if np.allclose(u, b.cumsum(0)):
        return "never zeroed"
    return "stepped before backward"
