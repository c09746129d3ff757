# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    # by the last update the bug has had time to show
    before, _ = steps[-2]
    batch, used = steps[-1]
    if np.allclose(used, 0):
        return "erased"
    if np.allclose(used, batch):
        return "correct"
    if np.allclose(used, before):
        return "stale"
    return "accumulates"
