"""Probability vectors for challenges, drawn so that right solutions stay right and faults stay apart.

Every probability is a whole number over a power of two: the vector sums to exactly 1 in floating point, in
any order, so that a student's own `assert sum(p) == 1` holds; short ones have all entries different, so that no
two mistakes agree by accident.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.plain import Array


def fractions(rng: np.random.Generator, n: int, whole: int = 64) -> Array:
    """A probability vector `(n,)` of positive multiples of 1 / `whole`, all different where n is 8 or less."""
    while True:
        cuts = np.sort(rng.choice(whole - 1, n - 1, replace=False) + 1)
        counts = np.diff(cuts, prepend=0, append=whole)
        if n > 8 or len(set(counts.tolist())) == n:
            return counts / whole


def with_zeros(rng: np.random.Generator, p: Array, zeros: int) -> Array:
    """`p` with so many zeros put in, none of them first or last."""
    return np.insert(p, rng.integers(1, len(p), zeros), 0.0)


def calls(*made: tuple[list[Any], dict[str, Any]]) -> dict[str, Any]:
    """The challenge that asks for these calls, each given as its positional and its keyword arguments."""
    return {"calls": [{"args": args, "kwargs": kwargs} for args, kwargs in made]}
