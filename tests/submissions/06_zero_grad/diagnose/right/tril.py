import numpy as np


def diagnose(steps):
    B = np.stack([b for b, u in steps]); U = np.stack([u for b, u in steps])
    k = len(B)
    M = {"correct": np.eye(k), "accumulates": np.tril(np.ones((k, k))), "erased": np.zeros((k, k)), "stale": np.eye(k, k=-1)}
    return sorted(M, key=lambda name: ((M[name] @ B - U) ** 2).sum())[0]
