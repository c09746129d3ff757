# loses check_diagnose: returns.type | returns.shape
import numpy as np


def diagnose(steps):
    words = []
    for b, u in steps:
        if np.allclose(b, u):
            words.append("correct")
        elif np.allclose(u, 0):
            words.append("erased")
        else:
            words.append("accumulates")
    return words
