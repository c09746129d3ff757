"""Judges of the assignment 04_logits."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.judges.finding import Challenge, Check
from autograder.judges.logits.gradient import GRADIENT
from autograder.judges.logits.log_softmax import LOG_SOFTMAX
from autograder.judges.logits.loss import LOSS
from autograder.judges.numbers.draw_logits import (
    HIGHEST,
    HOLDING,
    OVERFLOWING,
    VANISHING,
    call,
    challenge_of_rows,
    far_apart,
    large_logits,
    overflow_only,
    small_logits,
)
from autograder.judges.numbers.numeric import Fault, Numeric
from autograder.judges.numbers.shares import LN2, with_overflow
from autograder.plain import Array


def log_softmax_challenge(rng: np.random.Generator) -> Challenge:
    """Logits along up to three axes; rows whose powers overflow or vanish one by one among them."""
    gaps = (HOLDING, OVERFLOWING, VANISHING)
    return challenge_of_rows(rng, lambda rng: [overflow_only(rng), *(far_apart(rng, gap) for gap in gaps)])


def loss_challenge(rng: np.random.Generator) -> Challenge:
    """Batches of one and more, n = k and n != k, labels that repeat; large logits with the label on top and not."""
    sure = large_logits(rng, 4, 8000, HIGHEST)
    unsure, low = large_logits(rng, 4, 8000, HIGHEST), large_logits(rng, 4, -HIGHEST, -8000)
    wide = large_logits(rng, 4, -HIGHEST, HIGHEST)
    close, far = overflow_only(rng), far_apart(rng, VANISHING)
    holding, overflowing = far_apart(rng, HOLDING), far_apart(rng, OVERFLOWING)
    large = [
        call(close[None], np.array([np.argsort(close)[1]])),
        call(far[None], np.array([np.argmax(far)])),
        call(holding[None], np.array([np.argmin(holding)])),
        call(overflowing[None], np.array([np.argmin(overflowing)])),
        call(sure[None], np.array([np.argmax(sure)])),
        call(low[None], np.array([np.argmax(low)])),
        call(z=unsure[None], y=np.array([np.argmin(unsure)])),
        call(wide[None], np.array([np.argmin(wide)])),
        call(np.stack([low, small_logits(rng, 4), wide, unsure, sure]), rng.integers(4, size=5)),
    ]
    return {"calls": _batches(rng, large)}


def gradient_challenge(rng: np.random.Generator) -> Challenge:
    """Batches as for the loss; its large logits stay below 1000, so that finite differences keep enough digits."""
    low, high = large_logits(rng, 3, -1000, -760), large_logits(rng, 3, 760, 1000)
    large = [
        call(high[None], np.array([np.argmin(high)])),
        call(z=low[None], y=np.array([np.argmax(low)])),
        call(np.stack([low, small_logits(rng, 3), high, low]), rng.integers(3, size=4)),
    ]
    return {"calls": _batches(rng, large)}


def _batches(rng: np.random.Generator, large: list[dict[str, Any]]) -> list[dict[str, Any]]:
    z, y = small_logits(rng, 2, 3), rng.permutation(3)[:2]
    other = (y + 1) % 3
    hit = np.array([np.roll(row, label - row.argmax()) for row, label in zip(small_logits(rng, 2, 3), y, strict=True)])
    first = call(z, y)
    return [
        first,
        call(z, other),  # only y is another: does it make a difference?
        call(z, z.argmax(axis=1)),
        call(small_logits(rng, 2, 3), y),
        call(hit, y),
        call(np.roll(hit, 1, axis=1), y),  # no label is the most probable class any more
        call(z=small_logits(rng, 4, 4), y=rng.permutation(4)),
        call(small_logits(rng, 5, 5), np.array([3, 0, 3, 1, 2])[rng.permutation(5)]),
        call(small_logits(rng, 6, 2), rng.permutation([0, 1, 1, 0, 1, 1])),
        call(y=rng.integers(10, size=3), z=small_logits(rng, 3, 10)),
        call(small_logits(rng, 1, 4), np.array([1 + rng.integers(3)])),
        call(small_logits(rng, 8, 64), rng.integers(64, size=8)),
        *large,
        first,
    ]


# to_bits


def to_bits(nats: Any) -> Array:
    """Bits for nats, a number or an array of numbers."""
    return np.asarray(nats, dtype=np.float64) / LN2


def to_bits_challenge(rng: np.random.Generator) -> Challenge:
    """Numbers and arrays of one and two axes."""
    first = call(2.302585092994046)
    return {
        "calls": [
            first,
            call(small_logits(rng, 3) + 5),
            call(nats=float(small_logits(rng, 1)[0]) + 5),
            call(nats=small_logits(rng, 2, 3) + 5),
            call(np.append(small_logits(rng, 4) + 5, 0.0)),
            call((small_logits(rng, 3) + 5) / 100),
            call(0.0),
            first,
        ]
    }


_ONE_BIT = "How many nats is one bit: more than one, or less?"
_LOG_AGAIN = "nats came from a logarithm already: what is left to do?"


def _constant(factor: float, shown: str) -> Fault:
    return Fault(
        "rounded",
        lambda nats: np.asarray(nats) * factor,
        f"that is a conversion with {shown}, which has too few digits.",
        "Which expression gives this constant with all the digits that a float has?",
    )


_TO_BITS = Numeric(
    function="to_bits",
    parameters=("nats",),
    truth=to_bits,
    faults=(
        Fault("conversion.inverted", lambda nats: np.asarray(nats) * LN2, "that is nats times ln 2.", _ONE_BIT),
        Fault(
            "conversion.inverted", lambda nats: LN2 / np.asarray(nats), "that is ln 2 divided by the nats.", _ONE_BIT
        ),
        Fault("log.natural", lambda nats: np.asarray(nats), "that is still in nats.", _ONE_BIT),
        Fault(
            "log.decimal",
            lambda nats: np.asarray(nats) / np.log(10),
            "that is nats divided by ln 10: decimal digits, not bits.",
            "How many values has one bit?",
        ),
        Fault(
            "log.decimal",
            lambda nats: np.asarray(nats) / np.log10(2),
            "that is nats divided by the logarithm of 2 to base 10.",
            "Which base has the logarithm that gives nats?",
        ),
        Fault(
            "log.decimal",
            lambda nats: np.asarray(nats) * np.log10(2),
            "that is nats times the logarithm of 2 to base 10.",
            "Which base has the logarithm that gives nats?",
        ),
        Fault(
            "log.decimal",
            lambda nats: np.asarray(nats) * np.log(10),
            "that is nats times ln 10.",
            "How many values has one bit?",
        ),
        Fault("log.misplaced", lambda nats: np.log2(nats), "that is the logarithm of the nats to base 2.", _LOG_AGAIN),
        Fault("log.misplaced", lambda nats: np.log(nats), "that is the natural logarithm of the nats.", _LOG_AGAIN),
        Fault("log.misplaced", lambda nats: -np.log2(nats), "that is -log2 of the nats.", _LOG_AGAIN),
        Fault(
            "log.misplaced",
            lambda nats: np.log(nats) / LN2**2,
            "that is a logarithm of the nats, converted.",
            _LOG_AGAIN,
        ),
        Fault("log.missing", lambda nats: np.asarray(nats) / 2, "that is half of the nats.", _ONE_BIT),
        Fault("log.missing", lambda nats: np.asarray(nats) * 2, "that is twice the nats.", _ONE_BIT),
        Fault("exp.misplaced", lambda nats: np.exp(nats), "that is e to the power of the nats.", _LOG_AGAIN),
        Fault("exp.misplaced", lambda nats: np.exp2(nats), "that is 2 to the power of the nats.", _LOG_AGAIN),
        *(_constant(1 / c, f"ln 2 = {c}") for c in (0.7, 0.69, 0.693, 0.6931)),
        *(_constant(c, f"1 / ln 2 = {c}") for c in (1.4, 1.44, 1.443)),
    ),
)

CHECKS = (
    Check("check_log_softmax", "log_softmax", 4, log_softmax_challenge, with_overflow(LOG_SOFTMAX.judge)),
    Check("check_cross_entropy_from_logits", "cross_entropy_from_logits", 4, loss_challenge, with_overflow(LOSS.judge)),
    Check(
        "check_cross_entropy_gradient",
        "cross_entropy_gradient",
        4,
        gradient_challenge,
        with_overflow(GRADIENT.judge),
    ),
    Check("check_to_bits", "to_bits", 2, to_bits_challenge, _TO_BITS.judge),
)
