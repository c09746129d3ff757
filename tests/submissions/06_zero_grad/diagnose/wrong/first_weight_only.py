# loses check_diagnose: diagnose.confused
from itertools import accumulate

import numpy as np


def diagnose(steps):
    g = [float(b[0]) for b, _ in steps]
    u = [float(x[0]) for _, x in steps]
    if np.allclose(u, g):
        return "correct"
    if np.allclose(u, list(accumulate(g))):
        return "accumulates"
    if not any(u):
        return "erased"
    return "stale"
