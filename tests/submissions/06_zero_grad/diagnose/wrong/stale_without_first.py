# loses check_diagnose: diagnose.spelling
import numpy as np


def diagnose(steps):
    B, U = (np.array(x) for x in zip(*steps))
    if np.allclose(U, 0): return "erased"
    if np.allclose(U, B): return "correct"
    if np.allclose(U[2], B[0] + B[1] + B[2]): return "accumulated"
    return "stale"
