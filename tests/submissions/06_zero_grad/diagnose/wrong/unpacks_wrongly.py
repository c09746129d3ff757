# loses check_diagnose: error.exception
import numpy as np


def diagnose(steps):
    batch, used = steps
    if np.allclose(batch, used):
        return "correct"
    return "accumulates"
