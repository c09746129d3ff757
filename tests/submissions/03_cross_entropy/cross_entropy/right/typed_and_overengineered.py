from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Union

import numpy as np

Vector = Union[Iterable[float], np.ndarray]


@dataclass
class Distribution:
    probs: np.ndarray

    @classmethod
    def of(cls, v: Vector) -> "Distribution":
        arr = np.asarray(list(v), dtype=np.float64)
        if not np.isclose(arr.sum(), 1):
            raise ValueError("does not sum to 1")
        return cls(arr)

    def surprisal(self) -> np.ndarray:
        with np.errstate(divide="ignore"):
            return -np.log2(self.probs)

    def expect(self, values: np.ndarray) -> float:
        supported = self.probs > 0
        return float(np.dot(self.probs[supported], values[supported]))


def cross_entropy(p: Vector, q: Vector) -> float:
    """Expected surprisal of q under p."""
    return Distribution.of(p).expect(Distribution.of(q).surprisal())
