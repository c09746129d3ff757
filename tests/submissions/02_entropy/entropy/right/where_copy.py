import numpy as np

def entropy(p, base=2):
    p = np.array(p, dtype=float)
    logs = np.zeros_like(p)
    np.log(p, out=logs, where=p > 0)
    return float(-(p @ logs) / np.log(base))
