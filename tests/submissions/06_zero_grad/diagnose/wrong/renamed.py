# loses check_diagnose: error.arguments
import numpy as np


def diagnose(record):
    b, u = (np.array(part) for part in zip(*record))
    if np.allclose(b, u):
        return "correct"
    if np.allclose(u, 0):
        return "erased"
    return "accumulates" if np.allclose(u, np.cumsum(b, 0)) else "stale"
