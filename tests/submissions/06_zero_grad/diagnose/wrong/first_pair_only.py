# loses check_diagnose: diagnose.confused
import numpy as np

def diagnose(steps):
    b0, u0 = steps[0]
    b1, u1 = steps[1]
    if np.allclose(u0, b0):
        return "correct"
    if np.allclose(u1, b0 + b1):
        return "accumulates"
    if np.allclose(u1, 0):
        return "erased"
    return "stale"
