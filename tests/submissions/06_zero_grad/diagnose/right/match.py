import numpy as np


def diagnose(steps):
    b, u = np.array(steps).transpose(1, 0, 2)
    match (np.allclose(u, 0), np.allclose(u, b), np.allclose(u, np.cumsum(b, 0))):
        case (True, _, _): return "erased"
        case (_, True, _): return "correct"
        case (_, _, True): return "accumulates"
        case _: return "stale"
