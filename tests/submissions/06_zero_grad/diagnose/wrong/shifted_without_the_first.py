# loses check_diagnose: diagnose.confused
import numpy as np


def diagnose(steps):
    batch = [b for b, _ in steps]
    used = [u for _, u in steps]
    if np.allclose(used, 0):
        return "erased"
    # each update used the gradient of the minibatch before
    if all(np.allclose(u, b) for b, u in zip(batch, used[1:])):
        return "stale"
    if np.allclose(batch, used):
        return "correct"
    return "accumulates"
