from __future__ import annotations

import warnings

import numpy as np
import numpy.typing as npt

warnings.filterwarnings("error")


def softmax(z: npt.NDArray[np.floating], axis: int = -1, temperature: float = 1.0) -> npt.NDArray[np.floating]:
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    scaled = np.asarray(z, dtype=np.float64) / temperature
    scaled = scaled - np.max(scaled, axis=axis, keepdims=True)
    exponentials = np.exp(scaled)
    result = exponentials / exponentials.sum(axis=axis, keepdims=True)
    assert np.allclose(result.sum(axis=axis), 1)
    return result
