import numpy as np


def diagnose(steps):
    g = np.array([b for b, _ in steps], dtype=np.float32)
    u = np.array([x for _, x in steps], dtype=np.float32)
    if not u.any():
        return "erased"
    if np.allclose(g, u, atol=1e-3):
        return "correct"
    if np.allclose(g[:-1], u[1:], atol=1e-3) and not u[0].any():
        return "stale"
    return "accumulates"
