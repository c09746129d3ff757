import numpy as np


def diagnose(steps):
    eps = 1e-10
    total = np.zeros(len(steps[0][0]))
    last = np.zeros(len(steps[0][0]))
    ok = np.array([True] * 4)
    for g, u in steps:
        total = total + g
        ok &= [np.max(np.abs(u - v)) < eps for v in (g, total, 0 * g, last)]
        last = g
    return ["correct", "accumulates", "erased", "stale"][int(np.argmax(ok))]
