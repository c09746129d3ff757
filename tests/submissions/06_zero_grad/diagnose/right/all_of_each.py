import numpy as np


def diagnose(steps):
    batch = [b for b, _ in steps]
    used = [u for _, u in steps]
    zero = np.zeros_like(batch[0])
    if all(np.allclose(u, 0) for u in used):
        return "erased"
    if all(np.allclose(b, u) for b, u in steps):
        return "correct"
    if all(np.allclose(u, b) for u, b in zip(used, [zero] + batch[:-1])):
        return "stale"
    return "accumulates"
