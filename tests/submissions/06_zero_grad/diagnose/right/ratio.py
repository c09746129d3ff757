import numpy as np


def diagnose(steps):
    tot = sum(float(np.abs(u).sum()) for _, u in steps)
    if tot == 0: return "erased"
    d = sum(float(np.abs(u - b).sum()) for b, u in steps)
    if d / tot < 1e-8: return "correct"
    prev = np.zeros_like(steps[0][0]); s = 0.0
    for b, u in steps:
        s += float(np.abs(u - prev).sum()); prev = b
    return "stale" if s / tot < 1e-8 else "accumulates"
