# loses check_diagnose: diagnose.spelling
import numpy as np


def diagnose(steps):
    b, u = steps[-1]
    if np.allclose(u, b): return "correct"
    if np.allclose(u, 0): return "erased"
    if np.allclose(u, steps[-2][0]): return "stale"
    return "accumulate"
