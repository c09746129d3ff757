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
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.plain import Array

RELATIVE, ABSOLUTE = 1e-5, 1e-6
COARSE = 3  # different numbers in the results of all calls
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
    if x.shape != y.shape:
        return False
    if x.ndim == 0:  # np.allclose takes 30 microseconds for one number, and a search compares thousands
        a, b = float(x), float(y)
        return a == b or (a != a and b != b) or (math.isfinite(b) and abs(a - b) <= ABSOLUTE + RELATIVE * abs(b))
    return bool(np.allclose(x, y, rtol=RELATIVE, atol=ABSOLUTE, equal_nan=True))


def is_coarse(results: Sequence[Array]) -> bool:
    """Whether all results together hold so few numbers, as 0 and 1, that they tell many computations alike."""
    return np.unique(np.concatenate([x.ravel() for x in results]).round(6)).size <= COARSE


def expect(function: Callable[..., Any], made: Made, settings: Mapping[str, Any] | None = None) -> Array:
    """What `function` gives on a call of the challenge."""
    return np.asarray(function(*made["args"], **made["kwargs"], **(settings or {})), dtype=np.float64)


def explain(
    truth: Callable[..., Any], faults: Sequence[Fault], calls: list[Made], results: list[Array]
) -> tuple[Fault, ...]:
    """The fewest faults that together predict every result, first what shows in the first wrong one; else none."""
    combined = _fewest(truth, faults, calls, results)
    right = [expect(truth, made) for made in calls]
    first = next((i for i, y in enumerate(right) if not near(results[i], y)), 0)

    def hidden(fault: Fault) -> bool:
        """Whether this fault alone would not show in the first wrong result."""
        return (
            isinstance(fault.wrong, Mapping)
            and bool(fault.wrong)
            and near(expect(truth, calls[first], fault.wrong), right[first])
        )

    return tuple(sorted(combined, key=hidden)) if len(combined) > 1 else combined


def _fewest(
    truth: Callable[..., Any], faults: Sequence[Fault], calls: list[Made], results: list[Array]
) -> tuple[Fault, ...]:
    right = [expect(truth, made) for made in calls]
    known: list[tuple[tuple[Fault, ...], list[Array]]] = [((), right)]
    coarse = is_coarse(results)
    for size in range(1, MOST_AT_ONCE + 2):
        found = list(_predictions(truth, faults, calls, results, size)) if size <= MOST_AT_ONCE else []
        for combined, predicted in found:
            if all(map(near, results, predicted)):
                return combined
        for combined, predicted in known:
            for fault, acts in ACTS:
                if fault is CLAMPED and not _infinite_alike(predicted, right):
                    continue  # the truth is no infinity that could be hidden
                if fault is ROUNDED and combined and coarse:
                    continue  # to 0 and 1 almost anything can be rounded
                if acts(results, predicted):
                    return (*combined, fault)
        known = found
    return ()


def _predictions(
    truth: Callable[..., Any], faults: Sequence[Fault], calls: list[Made], results: list[Array], size: int
) -> Iterator[tuple[tuple[Fault, ...], list[Array]]]:
    """Every set of `size` faults that can be made at once, with what it gives on each call.

    Of the many sets of two, those are left out that miss a result by more than its sign.
    """
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
        predicted: list[Array] = []
        try:
            for made, result in zip(calls, results, strict=True):
                predicted.append(expect(function, made, settings))
                if size > 1 and not _same_size(result, predicted[-1]):
                    break
        except (ArithmeticError, ValueError, TypeError, IndexError):
            continue  # this fault computes nothing on one of the inputs
        if len(predicted) == len(calls):
            yield combined, predicted


def _same_size(x: Array, y: Array) -> bool:
    """Whether a result is the prediction but for its sign, or something infinite was predicted."""
    return near(np.abs(x), np.abs(y)) or bool(np.isinf(y).any())


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


def _infinite_alike(predicted: list[Array], right: list[Array]) -> bool:
    """Whether the prediction is infinite only where the truth is."""
    return all(
        x.shape == y.shape and not (np.isposinf(x) & ~np.isposinf(y)).any()
        for x, y in zip(predicted, right, strict=True)
    )


def _rounded(results: list[Array], predicted: list[Array]) -> bool:
    """The results are the predictions rounded to the same number of decimals: to the nearest, down, up, or cut off."""
    if any(x.shape != y.shape for x, y in zip(results, predicted, strict=True)):
        return False
    x, y = (np.concatenate([one.ravel() for one in many]) for many in (results, predicted))
    same = (x == y) | (np.isnan(x) & np.isnan(y))
    x, y = x[~same], y[~same]
    if not (np.isfinite(x).all() and np.isfinite(y).all() and np.unique(x).size > 1):
        return False
    for decimals in range(7):
        up, whole = (x - y) * 10.0**decimals, x * 10.0**decimals
        outward = np.where(y < 0, -up, up)
        if np.allclose(whole, np.rint(whole), rtol=1e-6, atol=1e-3) and any(
            bool(((low < off) & (off < high)).all())
            for off, low, high in ((up, -0.501, 0.501), (up, -0.999, 1e-6), (up, -1e-6, 0.999), (outward, -0.999, 1e-6))
        ):
            return True
    return False


Act = Callable[[list[Array], list[Array]], bool]
ACTS: tuple[tuple[Fault, Act], ...] = ((SIGN, _sign), (CLAMPED, _clamped), (ABS, _abs), (ROUNDED, _rounded))
"""The faults that act on any result, with the test for each."""
