"""Logits for challenges: small ones, on which faults are told apart, and large ones, on which a power overflows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judges.finding import Challenge
from autograder.judges.numbers.faults import Made
from autograder.plain import Array

HIGHEST = 10_000.0
HOLDING, OVERFLOWING, VANISHING = 400, 725, 1003  # gaps between logits, see `shares.overflows_upwards`


def challenge_of_rows(rng: np.random.Generator, own: Callable[[np.random.Generator], list[Array]]) -> Challenge:
    """One to three axes, squares among them, rows of very different size, up to 64 classes; one call made twice.

    `own` draws what the function needs beside that.
    """
    first = call(small_logits(rng, 3))
    low, high = large_logits(rng, 4, -HIGHEST, -8000), large_logits(rng, 4, 8000, HIGHEST)
    wide = large_logits(rng, 4, -HIGHEST, HIGHEST)
    return {
        "calls": [
            first,
            call(small_logits(rng, 3)),
            call(z=small_logits(rng, 2, 5)),
            call(z=small_logits(rng, 2, 5)),
            call(small_logits(rng, 4, 4)),
            call(small_logits(rng, 3, 2)),
            call(small_logits(rng, 2, 3, 4)),
            call(small_logits(rng, 3, 3, 3)),
            call(z=small_logits(rng, 4, 3, 2)),
            call(small_logits(rng, 1, 5)),
            call(small_logits(rng, 64)),
            call(small_logits(rng, 2, 6).astype(np.float32)),
            *map(call, own(rng)),
            call(high),
            call(low),
            call(z=wide),
            call(np.stack([low, small_logits(rng, 4), high])),
            call(np.stack([[wide, low], [high, small_logits(rng, 4)]])),
            first,
        ]
    }


def small_logits(rng: np.random.Generator, *shape: int) -> Array:
    """Logits from -4 to 4 with two decimals, no two alike."""
    return (rng.permutation(801)[: int(np.prod(shape))].reshape(shape) - 400) / 100


def large_logits(rng: np.random.Generator, size: int, low: float, high: float) -> Array:
    """Logits from `low` to `high`, both among them, far apart and exact in float32.

    Far apart, because float32 cannot tell 9000.69 from 9000.6931: z - logsumexp(z) is right, and has to pass.
    """
    between = np.linspace(low, high, 2 * size + 1)[2:-2]
    return rng.permutation(np.append(np.rint(rng.permutation(between)[: size - 2]), [low, high]))


def overflow_only(rng: np.random.Generator) -> Array:
    """Three logits whose powers overflow, so close that no probability becomes 0 (and yet exact in float32)."""
    return 800 - 14.0 * rng.permutation(3)


def far_apart(rng: np.random.Generator, gap: float) -> Array:
    """Three small logits but one, which is `gap` below the largest. No power of them overflows."""
    return rng.permutation([3.0, -11.0, 3.0 - gap])


def call(*args: Any, **kwargs: Any) -> Made:
    """A call of the challenge."""
    return {"args": list(args), "kwargs": kwargs}
