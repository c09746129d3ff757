# loses check_diagnose: diagnose.spelling
import numpy as np

def diagnose(steps):
    b = np.array([s[0] for s in steps])
    u = np.array([s[1] for s in steps])
    cands = [("correct", b), ("accumulated", b.cumsum(0)), ("erased", b * 0),
             ("stale", np.vstack([b[:1] * 0, b[:-1]]))]
    return min(cands, key=lambda c: np.abs(c[1] - u).sum())[0]
