# loses check_diagnose: input.modified
import numpy as np


def diagnose(steps):
    zero = np.zeros_like(steps[0][0])
    if all(np.allclose(u, 0) for _, u in steps):
        return "erased"
    if all(np.allclose(b, u) for b, u in steps):
        return "correct"
    if all(np.allclose(u, b) for (_, u), b in zip(steps, [zero] + [b for b, _ in steps])):
        return "stale"
    total = steps[0][0]
    for b, u in steps[1:]:
        total += b
    return "accumulates"
