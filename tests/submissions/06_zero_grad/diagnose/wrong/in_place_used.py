# loses check_diagnose: input.modified
import numpy as np


def diagnose(steps):
    b = [x for x, _ in steps]; u = [x for _, x in steps]
    if all(np.allclose(x, 0) for x in u): return "erased"
    if all(np.allclose(x, y) for x, y in zip(b, u)): return "correct"
    if np.allclose(u[0], 0) and all(np.allclose(x, y) for x, y in zip(b, u[1:])): return "stale"
    for i in range(1, len(u)):
        u[i] -= u[i - 1]
    return "accumulates"
