"""The search for the name of a mistake: which known fault computes exactly what the student's function gave?

A *fault* is one way to go wrong, told as a small wrong computation: a function of the same
arguments, or other settings of the truth's own keyword arguments. Settings combine, so that two
mistakes made at once are still found. A few faults need no description, because they act
on any result: the sign, absolute values, rounding, an infinity hidden behind a finite number.

A fault explains evidence only where it predicts every result, the right ones too; those with
fewest mistakes are tried first.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.plain import Array

RELATIVE, ABSOLUTE = 1e-5, 1e-6
MOST_AT_ONCE = 2  # described faults; one that acts on any result may join them

Made = dict[str, Any]  # a call of the challenge: {"args": [...], "kwargs": {...}}


@dataclass(frozen=True)
class Fault:
    """One way to go wrong: its id, how it computes, what to say about it.

    `wrong` is a function of the judged function's arguments, or settings for the keyword-only arguments
    of its truth. `says` completes "entropy([0.5, 0.5]) gave 0.693, expected 1: "; `hint` asks.
    """

    mistake: str
    wrong: Callable[..., Any] | Mapping[str, Any]
    says: str
    hint: str


SIGN = Fault(
    "sign.flipped",
    {},
    "the sign is the other way round.",
    "Which sign must the result have, and which step decides it?",
)
ABS = Fault("abs", {}, "an absolute value hides the sign.", "May the result be negative, and what would that mean?")
CLAMPED = Fault(
    "zero.clamped",
    {},
    "the true answer is infinite, and a finite number hides that.",
    "How surprised would you be by something that has probability 0?",
)
ROUNDED = Fault("rounded", {}, "the answer was rounded.", "Who should decide how many digits are shown, and when?")


def near(x: Array, y: Array) -> bool:
    """Whether two arrays of one shape agree within the course's tolerance; nan agrees with nan."""
    return x.shape == y.shape and bool(np.allclose(x, y, rtol=RELATIVE, atol=ABSOLUTE, equal_nan=True))


def expect(function: Callable[..., Any], made: Made, settings: Mapping[str, Any] | None = None) -> Array:
    """What `function` gives on a call of the challenge."""
    return np.asarray(function(*made["args"], **made["kwargs"], **(settings or {})), dtype=np.float64)


def explain(
    truth: Callable[..., Any], faults: Sequence[Fault], calls: list[Made], results: list[Array]
) -> tuple[Fault, ...]:
    """The fewest faults that together predict every result; empty where none do."""
    known: list[tuple[tuple[Fault, ...], list[Array]]] = [((), [expect(truth, made) for made in calls])]
    for size in range(1, MOST_AT_ONCE + 2):
        found = list(_predictions(truth, faults, calls, size)) if size <= MOST_AT_ONCE else []
        for combined, predicted in found:
            if all(map(near, results, predicted)):
                return combined
        for combined, predicted in known:
            for fault, acts in ACTS:
                if acts(results, predicted):
                    return (*combined, fault)
        known = found
    return ()


def _predictions(
    truth: Callable[..., Any], faults: Sequence[Fault], calls: list[Made], size: int
) -> Iterator[tuple[tuple[Fault, ...], list[Array]]]:
    """Every set of `size` faults that can be made at once, with what it gives on each call."""
    for combined in itertools.combinations(faults, size):
        wrongs = [fault.wrong for fault in combined]
        settings: dict[str, Any] = {}
        for wrong in wrongs:
            if isinstance(wrong, Mapping):
                settings |= wrong
        if callable(wrongs[0]) and size == 1:
            function = wrongs[0]
        elif not any(map(callable, wrongs)) and len(settings) == sum(map(len, wrongs)):  # pyright: ignore[reportArgumentType] none of them is a function
            function = truth
        else:
            continue
        try:
            yield combined, [expect(function, made, settings) for made in calls]
        except (ArithmeticError, ValueError, TypeError, IndexError):
            continue  # this fault computes nothing on one of the inputs


def _sign(results: list[Array], predicted: list[Array]) -> bool:
    """Every result has the other sign, or the infinite ones have."""
    if all(near(x, -y) for x, y in zip(results, predicted, strict=True)):
        return True
    return _infinite(predicted) and all(
        near(x, np.where(np.isposinf(y), -np.inf, y)) for x, y in zip(results, predicted, strict=True)
    )


def _abs(results: list[Array], predicted: list[Array]) -> bool:
    return all(near(x, np.abs(y)) for x, y in zip(results, predicted, strict=True))


def _clamped(results: list[Array], predicted: list[Array]) -> bool:
    """Every infinity of the prediction is finite in the result, and all else is as predicted."""
    return _infinite(predicted) and all(
        x.shape == y.shape
        and bool(np.isfinite(x[np.isposinf(y)]).all())
        and near(x[~np.isposinf(y)], y[~np.isposinf(y)])
        for x, y in zip(results, predicted, strict=True)
    )


def _infinite(predicted: list[Array]) -> bool:
    return any(bool(np.isposinf(y).any()) for y in predicted)


def _rounded(results: list[Array], predicted: list[Array]) -> bool:
    """The results are the predictions rounded, all to the same number of decimals, or all down, or all up."""
    if any(x.shape != y.shape for x, y in zip(results, predicted, strict=True)):
        return False
    x, y = (np.concatenate([one.ravel() for one in many]) for many in (results, predicted))
    same = (x == y) | (np.isnan(x) & np.isnan(y))
    x, y = x[~same], y[~same]
    if not (np.isfinite(x).all() and np.isfinite(y).all() and x.size):
        return False
    for decimals in range(7):
        up, whole = (x - y) * 10.0**decimals, x * 10.0**decimals
        if np.allclose(whole, np.rint(whole), rtol=1e-6, atol=1e-3) and any(
            bool(((low - 1e-3 <= up) & (up <= high + 1e-3)).all()) for low, high in ((-0.5, 0.5), (-1, 0), (0, 1))
        ):
            return True
    return False


Act = Callable[[list[Array], list[Array]], bool]
ACTS: tuple[tuple[Fault, Act], ...] = ((SIGN, _sign), (CLAMPED, _clamped), (ABS, _abs), (ROUNDED, _rounded))
"""The faults that act on any result, with the test for each."""
