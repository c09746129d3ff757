# loses check_diagnose: returns.type
import numpy as np


def diagnose(steps):
    b = np.array([x for x, _ in steps])
    u = np.array([x for _, x in steps])
    stale = np.vstack([0 * b[:1], b[:-1]])
    return int(np.argmin([np.abs(u - v).max() for v in (b, b.cumsum(0), 0 * b, stale)]))
