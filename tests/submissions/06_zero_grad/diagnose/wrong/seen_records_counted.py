# loses check_diagnose: state.kept | diagnose.confused
import numpy as np

total = 0


def diagnose(steps):
    global total
    if all(np.allclose(u, 0) for _, u in steps):
        return "erased"
    if all(np.allclose(b, u) for b, u in steps):
        return "correct"
    if np.allclose(steps[0][1], 0):
        return "stale"
    total = total + 1
    return "accumulates" if total < 3 else "correct"
