import numpy as np

def sgd_step(w: np.ndarray, g: np.ndarray, lr: float) -> np.ndarray:
    """One step."""
    return np.subtract(w, np.multiply(lr, g))
