# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    norms_batch = [np.linalg.norm(b) for b, _ in steps]
    norms_used = [np.linalg.norm(u) for _, u in steps]
    if np.allclose(norms_used, 0):
        return "erased"
    if np.allclose(norms_used, norms_batch):
        return "correct"
    if norms_used[-1] > norms_batch[-1]:
        return "accumulates"
    return "stale"
