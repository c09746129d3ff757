"""Every way to compute a number from two distributions that a student is likely to write, side by side.

A recipe is a choice on five axes: which terms are added (of H(p, q), of H(q, p), of KL ...), the base
of the logarithm, how terms become one number (sum, mean, only the first ...), the sign, and what is
done to that number (rounded, taken as an exponent ...). On each axis one choice is right and costs
nothing; every other one is a fault. Given what a student's function returned, `cheapest` finds the
recipe with fewest faults that gives exactly these numbers on every input.

Recipes are compared on inputs without a zero: there the logarithm has no special cases, and all
spellings of one recipe agree. What happens at zeros is the matter of `cross_entropy_zeros`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from autograder.judges.numbers.faults import ABSOLUTE, RELATIVE, Fault, is_coarse
from autograder.plain import Array

Terms = Callable[[Array, Array], tuple[Array, Array]]  # p, q -> terms in nats, and terms without a unit
Weighted = Callable[[Array, Array, Array], Array]  # weights, p and q in the logarithms -> terms in nats
Choice = tuple[Fault | None, Callable[[Array], Array]]

MOST_FAULTS = 3
FEWEST_INPUTS = 3


def named(mistake: str, says: str, hint: str) -> Fault:
    """A fault by name alone: how it computes stands in a recipe."""
    return Fault(mistake, {}, says, hint)


@dataclass(frozen=True)
class Quantity:
    """What is asked for: its right terms, the faulty terms with their names, and what becomes of the sum."""

    right: Weighted
    faulty: tuple[tuple[Fault, Terms], ...]
    finals: tuple[Choice, ...]

    def value(self, p: Array, q: Array, scale: float, weights: Array | None = None) -> float:
        """The quantity with the logarithm scaled by `scale` from nats; zeros by the contract's conventions."""
        return float(self.finals[0][1](np.sum(self.right(p if weights is None else weights, p, q)) * scale))

    @cached_property
    def axes(self) -> tuple[list[Fault | None], ...]:
        """The fault of each choice, axis by axis; None where the choice is right."""
        terms: list[Fault | None] = [None, *(fault for fault, _ in self.faulty)]
        return (
            terms,
            [fault for fault, _ in SCALES],
            [fault for fault, _ in REDUCTIONS],
            [None, _SIGN],
            [fault for fault, _ in self.finals],
        )

    def predictions(self, p: Array, q: Array) -> Array:
        """What every recipe gives on one input: one number for each choice on each of the five axes."""
        pairs = [(self.right(p, p, q), np.zeros_like(p)), *(terms(p, q) for _, terms in self.faulty)]
        nats, plain = (np.stack([pair[i] for pair in pairs])[:, None, :] for i in (0, 1))
        scaled = nats * np.array([scale for _, scale in SCALES])[None, :, None] + plain
        numbers = np.stack([reduce(scaled) for _, reduce in REDUCTIONS], axis=-1)
        signed = np.stack([numbers, -numbers], axis=-1)
        return np.stack([final(signed) for _, final in self.finals], axis=-1)


def cheapest(quantity: Quantity, inputs: list[tuple[Array, Array]], results: list[float]) -> tuple[Fault, ...] | None:
    """The faults of the cheapest recipe that gives every result (none for the right one); None where no recipe does."""
    if len(inputs) < FEWEST_INPUTS:
        return None
    axes, coarse = quantity.axes, is_coarse([np.asarray(results)])
    fits = np.ones(tuple(map(len, axes)), dtype=bool)
    for (p, q), result in zip(inputs, results, strict=True):
        predicted = quantity.predictions(p, q)
        fits &= np.abs(result - predicted) <= ABSOLUTE + RELATIVE * np.abs(predicted)
    costs = [np.array([0 if fault is None else _cost(fault, coarse) for fault in axis]) for axis in axes]
    cost = np.where(fits, sum(np.ix_(*costs)), MOST_FAULTS + 1)  # pyright: ignore[reportCallIssue, reportArgumentType] broadcast sum
    best = np.unravel_index(int(np.argmin(cost)), cost.shape)
    if cost[best] > MOST_FAULTS:
        return None
    chosen = [axes[axis][choice] for axis, choice in enumerate(best)]
    return tuple(fault for fault in (chosen[0], chosen[4], *chosen[1:4]) if fault is not None)


def _cost(fault: Fault, coarse: bool) -> int:
    """1; a rounding to few different numbers costs so much that no other fault can join it: 0 and 1 come from many."""
    return MOST_FAULTS if coarse and fault.mistake == ROUNDED.mistake else 1


# The logarithm's base

SCALES: tuple[tuple[Fault | None, float], ...] = (
    (None, 1 / np.log(2)),
    (
        named("log.natural", "there the natural logarithm was used.", "How long is one bit, measured in nats?"),
        1.0,
    ),
    (
        named(
            "log.decimal",
            "there the logarithm has base 10.",
            "How often must a number be halved, and how often divided by ten, to come down to 1?",
        ),
        1 / np.log(10),
    ),
)

# From terms to one number. Each takes terms along the last axis.

_FIRST = named(
    "loop.early_return", "only the first outcome was counted.", "After how many rounds of the loop is return reached?"
)
_LAST = named(
    "loop.overwritten",
    "only the last outcome was counted.",
    "What is left of the earlier rounds when the last one is done?",
)
_REPEATED = named(
    "list.repeated", "that is a number counted several times.", "What does Python make of a list times a number?"
)
_LEFT_OUT = named(
    "loop.off_by_one",
    "one outcome at the end of the row was left out.",
    "Which is the first index of the loop, and which the last?",
)
_MEAN = named(
    "reduction.mean",
    "that is divided by the number of outcomes.",
    "The terms are weighted by p already: what does the formula do with them, and how often is it divided?",
)
_ABS = named(
    "abs",
    "there the terms lost their signs before they were added.",
    "May a single term be negative, although their sum is not?",
)
_DROPPED = named(
    "sign.dropped",
    "there the negative terms were left out.",
    "May a single term be negative, although their sum is not?",
)
ROUNDED = named(
    "rounded",
    "that is rounded or cut.",
    "Who should decide how many digits are shown, and when?",
)
_SIGN = named(
    "sign.flipped",
    "the sign is the other way round.",
    "Which sign has the logarithm of a probability, and which sign should a surprise have?",
)


def _rounding(decimals: int) -> Callable[[Array], Array]:
    return lambda x: np.round(x, decimals)


_ROUNDINGS: tuple[Callable[[Array], Array], ...] = (*map(_rounding, range(6)), np.floor, np.ceil)

REDUCTIONS: tuple[Choice, ...] = (
    (None, lambda t: t.sum(-1)),
    (_MEAN, lambda t: t.mean(-1)),
    (_FIRST, lambda t: t[..., 0]),
    (_LAST, lambda t: t[..., -1]),
    (_REPEATED, lambda t: t[..., 0] * t.shape[-1]),
    (_REPEATED, lambda t: t[..., 0] * 2),
    (_REPEATED, lambda t: t.sum(-1) * 2),
    (_REPEATED, lambda t: t.sum(-1) * t.shape[-1]),
    (_LEFT_OUT, lambda t: t[..., :-1].sum(-1)),
    (_LEFT_OUT, lambda t: t[..., 1:].sum(-1)),
    (_ABS, lambda t: np.abs(t).sum(-1)),
    (_DROPPED, lambda t: np.maximum(t, 0).sum(-1)),
    (ROUNDED, lambda t: np.round(t, 2).sum(-1)),
    (ROUNDED, lambda t: np.round(t, 3).sum(-1)),
    (ROUNDED, lambda t: np.round(t, 4).sum(-1)),
)

# What becomes of the number


def _same(x: Array) -> Array:
    return x


def _then(first: Callable[[Array], Array], second: Callable[[Array], Array]) -> Callable[[Array], Array]:
    return lambda x: second(first(x))


def _exponent_of(base: float) -> Callable[[Array], Array]:
    return lambda x: np.power(base, x)


_UNASKED = named(
    "exp.unasked",
    "there a power was taken at the end, as for a perplexity.",
    "Are bits asked for, or a number of cases?",
)
_EXPONENT_ROUNDED = named(
    "rounded", "there the exponent was rounded or cut.", "How much does a small error in the exponent change a power?"
)

TAKEN_AS_IT_IS: tuple[Choice, ...] = (
    (None, _same),
    *((ROUNDED, rounding) for rounding in _ROUNDINGS),
    (_UNASKED, np.exp2),
    (_UNASKED, np.exp),
)

TAKEN_AS_EXPONENT: tuple[Choice, ...] = (
    (None, np.exp2),
    (_SIGN, _then(np.exp2, np.negative)),
    *((ROUNDED, _then(np.exp2, rounding)) for rounding in _ROUNDINGS),
    *((_EXPONENT_ROUNDED, _then(rounding, np.exp2)) for rounding in _ROUNDINGS),
    (
        named(
            "exp.missing", "that is the exponent itself.", "From how many cases to how many bits, and which way back?"
        ),
        _same,
    ),
    (
        named(
            "log.bits",
            "there bits were used as the exponent of e.",
            "Which number, raised to log2 of 5, is 5 again?",
        ),
        np.exp,
    ),
    (
        named("log.decimal", "there the exponent's base is 10.", "Which number, raised to log2 of 5, is 5 again?"),
        _exponent_of(10),
    ),
    (
        named(
            "exp.swapped",
            "that is the square of H(p, q).",
            "Which number is the base, and which the exponent?",
        ),
        np.square,
    ),
    (
        named(
            "exp.missing",
            "that is twice H(p, q).",
            "How does 2 * 3 differ from 2 to the power of 3?",
        ),
        lambda x: 2 * x,
    ),
)
