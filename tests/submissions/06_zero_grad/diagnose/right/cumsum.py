import numpy as np


def diagnose(steps):
    g = np.array([s[0] for s in steps])
    u = np.array([s[1] for s in steps])
    candidates = {
        "correct": g,
        "accumulates": np.cumsum(g, axis=0),
        "erased": np.zeros_like(g),
        "stale": np.vstack([np.zeros(g.shape[1]), g[:-1]]),
    }
    for name, expected in candidates.items():
        if np.allclose(u, expected):
            return name
