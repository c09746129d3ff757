import numpy as np

def minibatches(n: int, batch_size: int, rng: np.random.Generator) -> list[np.ndarray]:
    """Shuffle, then np.split at the multiples of the batch size."""
    return np.split(rng.permuted(np.arange(n)), np.arange(batch_size, n, batch_size))
