# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    for batch, used in steps:
        if not np.allclose(batch, used):
            return "accumulates"
    return "correct"
