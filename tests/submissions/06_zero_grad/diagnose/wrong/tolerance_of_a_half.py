# loses check_diagnose: diagnose.confused
import numpy as np

TOL = 0.5


def diagnose(steps):
    total = np.zeros_like(steps[0][0])
    last = np.zeros_like(total)
    alive = ["erased", "correct", "stale", "accumulates"]
    for b, u in steps:
        total = total + b
        would = dict(erased=0 * b, correct=b, stale=last, accumulates=total)
        alive = [w for w in alive if np.max(np.abs(u - would[w])) < TOL]
        last = b
    return alive[0]
