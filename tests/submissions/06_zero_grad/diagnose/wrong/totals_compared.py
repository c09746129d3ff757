# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    """One number per gradient is easier to compare."""
    g, u = [], []
    for b, x in steps:
        g.append(b.sum())
        u.append(x.sum())
    if np.allclose(u, np.zeros(len(u))):
        return "erased"
    elif np.allclose(u, g):
        return "correct"
    elif np.allclose(u, np.cumsum(g)):
        return "accumulates"
    else:
        return "stale"
