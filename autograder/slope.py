"""A gradient to walk down, built from plain data: what `descend` is given.

The probe hands it to the student's function, the judge walks down it himself; both from the same
challenge. Its text is the line of Python that a student can type to get the same gradient.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from autograder.plain import Array, Plain


@dataclass(frozen=True)
class Slope:
    """The gradient `factor * w**power + coupling * w[::-1] - offset` at w `(d,)`."""

    factor: float
    coupling: float
    offset: float
    power: int = 1

    @classmethod
    def from_plain(cls, told: dict[str, Plain]) -> Slope:
        """The slope that `plain()` told."""
        return cls(told["factor"], told["coupling"], told["offset"], told["power"])

    def plain(self) -> dict[str, Plain]:
        """The slope as plain data."""
        return {"factor": self.factor, "coupling": self.coupling, "offset": self.offset, "power": self.power}

    def __call__(self, w: Any) -> Array:
        """The gradient at w `(d,)`, a fresh array.

        Raises:
            ValueError: w is not one point.
        """
        at = cast("Array", np.asarray(w, dtype=np.float64))
        if at.ndim != 1:
            raise ValueError(f"gradient takes one point, an array of shape (d,), not of shape {at.shape}")
        return self.factor * at**self.power + self.coupling * at[::-1] - self.offset

    def __str__(self) -> str:
        power = "" if self.power == 1 else f"**{self.power}"
        return f"lambda w: {self.factor:g} * w{power} + {self.coupling:g} * w[::-1] - {self.offset:g}"
