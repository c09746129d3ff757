# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    B, U = (np.array(x) for x in zip(*steps))
    if np.allclose(U, 0): return "erased"
    if np.allclose(U, B): return "correct"
    if np.allclose(U, B.cumsum().reshape(B.shape)): return "accumulates"
    return "stale"
