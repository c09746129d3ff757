# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    b, u = (np.array(x) for x in zip(*steps))
    if not u.any():
        return "erased"
    if np.isclose(u, b, rtol=0.3).all():
        return "correct"
    if np.isclose(u, np.add.accumulate(b), rtol=0.3).all():
        return "accumulates"
    return "stale"
