import numpy as np


def batchnorm_update(x: np.ndarray, mean: np.ndarray, var: np.ndarray, momentum: float = 0.1):
    """Running statistics, as in PyTorch: the normalisation uses the biased variance, the running one not."""
    n = x.shape[0]
    biased = np.var(x, axis=0)
    print("batch variance", biased, "corrected", biased * n / (n - 1))
    return momentum * x.mean(0) + (1 - momentum) * mean, momentum * biased * n / (n - 1) + (1 - momentum) * var
