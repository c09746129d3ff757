# loses check_diagnose: diagnose.confused
import numpy as np

def diagnose(steps):
    norms_b = [np.linalg.norm(b) for b, u in steps]
    norms_u = [np.linalg.norm(u) for b, u in steps]
    if max(norms_u) < 1e-12:
        return "erased"
    if norms_u[0] < 1e-12:
        return "stale"
    # never zeroed: the gradient that is used gets longer and longer
    growing = all(norms_u[i + 1] > norms_u[i] for i in range(len(norms_u) - 1))
    return "accumulates" if growing else "correct"
