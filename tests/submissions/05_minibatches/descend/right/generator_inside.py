import numpy as np
from typing import Callable

def _points(gradient, w, lr):
    while True:
        yield w
        w = w - lr * gradient(w)

def descend(gradient: Callable, w: np.ndarray, lr: float, steps: int) -> np.ndarray:
    points = _points(gradient, w, lr)
    return np.array([next(points) for _ in range(steps + 1)])
