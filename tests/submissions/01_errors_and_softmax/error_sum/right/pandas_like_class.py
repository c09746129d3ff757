from dataclasses import dataclass, field

import numpy as np


@dataclass
class ErrorMeter:
    errors: list = field(default_factory=list)

    def update(self, target: float, output: float) -> None:
        self.errors.append(target - output)

    def total(self) -> float:
        return float(np.asarray(self.errors).sum())


def error_sum(t: np.ndarray, o: np.ndarray) -> float:
    """Sum of the errors e_k = t_k - o_k."""
    meter = ErrorMeter()
    for target, output in zip(t, o, strict=True):
        meter.update(target, output)
    return meter.total()
