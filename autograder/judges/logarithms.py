"""Logarithms to a base, as they are meant and as they go wrong: what the faults of surprisal and entropy share."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.plain import Array

Log = Callable[[Array, float], Array]

WHICH_BASE = "Which base does the logarithm have when the answer is in bits?"


def to_base(x: Array, base: float) -> Array:
    """The logarithm of x to a base."""
    return np.log(x) / np.log(base)


def _inside(shift: Callable[[Array], Array]) -> Log:
    """The logarithm to a base of what `shift` makes of its argument."""
    return lambda x, base: np.log(shift(x)) / np.log(base)


EPSILONS = tuple(
    (epsilon, _inside(shift))
    for epsilon in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7)
    for shift in (lambda x, e=epsilon: x + e, lambda x, e=epsilon: np.maximum(x, e))
)
"""The logarithms `log(x, base)` with a constant added to x or as its floor; smaller ones change no finite answer."""
