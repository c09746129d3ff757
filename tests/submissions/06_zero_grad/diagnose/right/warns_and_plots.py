import warnings

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np


def diagnose(steps):
    warnings.warn("looking at a record")
    b = np.array([x for x, _ in steps])
    u = np.array([x for _, x in steps])
    plt.plot(np.linalg.norm(b, axis=1))
    plt.plot(np.linalg.norm(u, axis=1))
    plt.close("all")
    if np.linalg.norm(u) < 1e-12:
        return "erased"
    if np.linalg.norm(u - b) < 1e-8:
        return "correct"
    if np.linalg.norm(u - np.cumsum(b, 0)) < 1e-8:
        return "accumulates"
    return "stale"
