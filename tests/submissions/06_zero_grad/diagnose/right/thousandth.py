import numpy as np


def diagnose(steps):
    g, u = np.array(steps).swapaxes(0, 1)
    off = lambda would: np.abs(u - would).max()
    if off(0) < 1e-3:
        return "erased"
    if off(g) < 1e-3:
        return "correct"
    if off(np.cumsum(g, axis=0)) < 1e-3:
        return "accumulates"
    return "stale"
