import numpy as np
from dataclasses import dataclass, field
from functools import reduce


@dataclass
class Distribution:
    probabilities: np.ndarray
    base: float = 2
    _support: np.ndarray = field(init=False)

    def __post_init__(self):
        self.probabilities = np.array(self.probabilities, dtype=float)
        self._support = self.probabilities[self.probabilities > 0]

    @property
    def entropy(self):
        return reduce(lambda h, x: h - x * np.log(x) / np.log(self.base), self._support, 0.0)


def entropy(p, base=2):
    return Distribution(p, base).entropy
