# loses check_diagnose: returns.none
import numpy as np


def diagnose(steps):
    b = np.array([x for x, _ in steps])
    u = np.array([x for _, x in steps])
    if np.allclose(u, b):
        print("correct")
    elif np.allclose(u, 0):
        print("erased")
    elif np.allclose(u, b.cumsum(0)):
        print("accumulates")
    else:
        print("stale")
