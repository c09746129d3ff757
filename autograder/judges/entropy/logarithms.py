"""Logarithms to a base, as they are meant and as they go wrong: what the faults of surprisal and entropy share."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.plain import Array

Log = Callable[[Array, float], Array]
Shift = Callable[[Array], Array]

WHICH_BASE = "Which base does the logarithm have when the answer is in bits?"


def to_base(x: Array, base: float) -> Array:
    """The logarithm of x to a base."""
    return np.log(x) / np.log(base)


def _shifts(epsilon: float) -> tuple[Shift, Shift]:
    """Two ways to keep a probability away from 0: a constant added, or as its floor."""
    return (lambda p: p + epsilon, lambda p: np.maximum(p, epsilon))


EPSILONS: tuple[tuple[float, Shift], ...] = tuple(
    (epsilon, shift)
    for decade in range(1, 8)
    for epsilon in (10.0**-decade, 5 * 10.0 ** -(decade + 1), 2 * 10.0 ** -(decade + 1))
    for shift in _shifts(epsilon)
)
"""Constants put into a logarithm, each with its shift of p; smaller ones change no finite answer."""
