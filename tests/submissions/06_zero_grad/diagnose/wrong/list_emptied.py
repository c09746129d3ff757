# loses check_diagnose: input.modified
import numpy as np


def diagnose(steps):
    b0, u0 = steps.pop(0)
    total, last = b0.copy(), b0
    ok = {
        "correct": np.allclose(b0, u0),
        "accumulates": np.allclose(b0, u0),
        "erased": np.allclose(u0, 0),
        "stale": np.allclose(u0, 0),
    }
    while steps:
        b, u = steps.pop(0)
        total = total + b
        ok["correct"] &= np.allclose(b, u)
        ok["accumulates"] &= np.allclose(total, u)
        ok["erased"] &= np.allclose(u, 0)
        ok["stale"] &= np.allclose(last, u)
        last = b
    return [name for name in ok if ok[name]][0]
