# loses check_diagnose: diagnose.exact_equality | diagnose.confused
import numpy as np

def diagnose(steps):
    if all(np.array_equal(b, u) for b, u in steps):
        return "correct"
    if all(not u.any() for b, u in steps):
        return "erased"
    if all(np.array_equal(steps[i][1], steps[i - 1][0]) for i in range(1, len(steps))):
        return "stale"
    # sum the gradients from the newest to the oldest
    ok = True
    for k in range(len(steps)):
        s = 0
        for b, _ in reversed(steps[:k + 1]):
            s = s + b
        ok = ok and np.array_equal(s, steps[k][1])
    if ok:
        return "accumulates"
    return "correct"
