import numpy as np


def diagnose(steps):
    """The loop that would have left a record nearest to this one."""
    g, u = (np.stack(part) for part in zip(*steps))
    zero = 0 * g[:1]
    would = {
        "correct": g,
        "accumulates": g.cumsum(0),
        "erased": 0 * g,
        "stale": np.concatenate([zero, g[:-1]]),
    }
    return min(would, key=lambda name: np.linalg.norm(u - would[name]))
