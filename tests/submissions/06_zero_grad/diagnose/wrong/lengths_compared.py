# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    batch = np.stack([b for b, _ in steps])
    used = np.stack([u for _, u in steps])
    long = lambda rows: np.sqrt((rows**2).sum(axis=1))
    lengths = long(used)
    if lengths.max() < 1e-9:
        return "erased"
    if np.allclose(lengths, long(batch)):
        return "correct"
    if np.allclose(lengths[1:], long(batch)[:-1]) and lengths[0] < 1e-9:
        return "stale"
    return "accumulates"
