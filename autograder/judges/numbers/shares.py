"""Softmax and its logarithm: the right ones, the wrong ones by name, and what large logits do to them.

The assignments 01 and 04 both stand on these two functions. Their faults are found on small logits,
where every spelling of one computation gives the same numbers. What a function does with logits in
the thousands is looked at apart: there a missing maximum gives nan or infinity, and the logarithm of a
softmax that became 0 gives -inf.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.judges.finding import Challenge, Evidence, Finding
from autograder.judges.numbers.draw_logits import HOLDING, OVERFLOWING
from autograder.judges.numbers.faults import CLAMPED, Fault, Made, expect, explain, near
from autograder.plain import Array

LARGE = 100.0  # logits beyond are large: float32 overflows at 88.8, float64 at 709.8
FEWEST = 3  # results that name a mistake
LN2 = float(np.log(2))

Axis = int | tuple[int, ...] | None
Form = Callable[[Array, Axis], Array]
Search = Callable[[list[Made], list[Array]], tuple[Fault, ...]]


def last(_dimensions: int) -> Axis:
    """The axis of the classes."""
    return -1


def as_it_is(x: Array) -> Array:
    """Its argument."""
    return x


def shifted(z: Array, axis: Axis = -1) -> Array:
    """Logits minus their maximum along `axis`."""
    return z - z.max(axis=axis, keepdims=True)


def shares(z: Array, axis: Axis = -1) -> Array:
    """Softmax along `axis`, finite for all finite z."""
    powers = np.exp(shifted(z, axis))
    return powers / powers.sum(axis=axis, keepdims=True)


def log_shares(z: Array, axis: Axis = -1) -> Array:
    """The logarithm of softmax along `axis` in nats, finite for all finite z."""
    return shifted(z, axis) - np.log(np.exp(shifted(z, axis)).sum(axis=axis, keepdims=True))


def of_rows(
    z: Any,
    *,
    form: Form,
    before: Callable[[Array], Array] = as_it_is,
    axis: Callable[[int], Axis] = last,
    after: Callable[[Array], Array] = as_it_is,
) -> Array:
    """`form` of the logits along the last axis, shape `(..., k)` as z; the other settings are places for faults."""
    z = np.asarray(z, dtype=np.float64)
    return after(form(before(z), axis(z.ndim)))


def sigmoid(z: Array) -> Array:
    """1 / (1 + exp(-z))."""
    return 1 / (1 + np.exp(-z))


def total(x: Array, axis: Axis) -> Array:
    """The sum along `axis`, which stays as an axis of length 1."""
    return x.sum(axis=axis, keepdims=True)


# Faults that softmax and its logarithm share

ALL = Fault(
    "axis.all",
    {"axis": lambda dimensions: None},
    "one sum was taken over all rows together.",
    "What does each row sum to, and over which numbers should one sum go?",
)
FIRST = Fault(
    "axis.wrong",
    {"axis": lambda dimensions: 0},
    "the sum was taken along the first axis.",
    "Along which axis do the classes lie, and along which do the examples?",
)
MAXIMUM_OF_COLUMNS = Fault(
    "axis.wrong",
    {"before": lambda z: z - z.max(axis=0, keepdims=True)},
    "the maximum was taken along another axis than the sum.",
    "Which numbers may have the same constant taken off without changing the answer?",
)


def after_shift(fault: Fault) -> Fault:
    """A fault of the sum's axis, made by one who took the right maximum off each row before."""
    assert isinstance(fault.wrong, Mapping)
    return Fault(fault.mistake, {**fault.wrong, "before": shifted}, fault.says, fault.hint)


_OF_TWO: tuple[tuple[Axis, str], ...] = ((-1, "last axis"), (0, "first axis"), (None, "whole of it"))
_OF_THREE: tuple[tuple[Axis, str], ...] = (
    (-1, "last axis"),
    (0, "first axis"),
    (1, "second axis"),
    (None, "whole of it"),
    ((1, 2), "last two axes"),
    ((0, 1), "first two axes"),
)


def _axes(two: tuple[Axis, str], three: tuple[Axis, str]) -> Fault:
    """The fault of one who sums along these axes where z has two, and where it has three."""
    one_axis = isinstance(two[0], int) and isinstance(three[0], int)
    return Fault(
        "axis.wrong" if one_axis else "axis.all",
        {"axis": lambda dimensions: {1: -1, 2: two[0], 3: three[0]}[dimensions]},
        f"the sum was taken over the {two[1]} where z has two axes, over the {three[1]} where it has three.",
        "Along which axis do the classes lie, however many axes z has?",
    )


_SUMS = (
    ALL,
    FIRST,
    *(_axes(two, three) for two in _OF_TWO for three in _OF_THREE if (two, three) != (_OF_TWO[0], _OF_THREE[0])),
    Fault(
        "axis.wrong",
        {"axis": lambda dimensions: tuple(range(dimensions - 1))},
        "the sum was taken over all axes but the last.",
        "Along which axis do the classes lie, and along which do the examples?",
    ),
)
AXES = (*_SUMS, MAXIMUM_OF_COLUMNS, *map(after_shift, _SUMS))
"""The wrong axes of an array with one to three of them."""


def _only_first_row(x: Array) -> Array:
    return np.where(np.arange(x.size).reshape(x.shape) < x.shape[-1], x, 0) if x.ndim > 1 else x


def _only_first(x: Array) -> Array:
    return np.where(np.arange(len(x)).reshape(-1, *[1] * (x.ndim - 1)) == 0, x, 0) if x.ndim > 1 else x


REVERSED = Fault(
    "sign.flipped",
    {"before": np.negative},
    "that is the answer for -z: the smallest logit got the largest probability.",
    "Which logit should get the largest probability, and which sign makes it so?",
)
MAGNITUDES = Fault(
    "abs",
    {"before": np.abs},
    "that is the answer for |z|: the logits lost their signs.",
    "Which is larger, a logit of -3 or one of 0, and which of them should get more?",
)
FIRST_ROW = tuple(
    Fault(
        "loop.early_return",
        {"after": only},
        "only the first row was filled.",
        "After how many rounds of the loop is return reached?",
    )
    for only in (_only_first, _only_first_row)
)

# What large logits show

OVERFLOW_HINT = "What is exp(1000) to a computer, and which constant can be taken from all logits of a row for free?"
OVERFLOW = Fault(
    "overflow",
    {},
    "small logits come out right, but exp of a large one is more than a float can hold.",
    OVERFLOW_HINT,
)
CUT_OFF = Fault(
    "overflow",
    {},
    "small logits come out right, large ones do not: the number is finite, but something hides what overflowed.",
    OVERFLOW_HINT,
)
UNDERFLOW = Fault(
    "underflow",
    {},
    "a probability too small for a float became 0 before the logarithm was taken.",
    "Can the logarithm of the fraction be written without ever computing the fraction?",
)
HIDDEN_UNDERFLOW = Fault(
    "underflow",
    {},
    "a probability too small for a float became 0 before the logarithm, and something finite stands in for log 0.",
    "Can the logarithm of the fraction be written without ever computing the fraction?",
)
ONE_MAXIMUM = Fault(
    "axis.all",
    {},
    "each row alone comes out right; beside a row of much larger logits all of a row's powers became 0, "
    "as they do when one maximum is subtracted from all rows.",
    "Which maximum belongs to a row whose logits are all around -9000?",
)


def logits_of(made: Made) -> Array:
    """The logits of a call."""
    return made["args"][0] if made["args"] else made["kwargs"]["z"]


def is_large(made: Made) -> bool:
    """Whether a call's logits are large."""
    return bool(np.abs(logits_of(made)).max() > LARGE)


def overflowed(result: Array) -> Fault:
    """The overflow, in the words that fit the result: nan and infinity, or a finite number that hides them."""
    return CUT_OFF if np.isfinite(result).all() else OVERFLOW


def underflowed(result: Array) -> Fault:
    """The underflow, in the words that fit the result: nan and infinity, or a finite number that hides them."""
    return HIDDEN_UNDERFLOW if np.isfinite(result).all() else UNDERFLOW


def overflows_upwards(off: list[tuple[Array, Array]]) -> Fault | None:
    """The overflow of one who takes exp of the distance to the largest logit; `off` are logits and wrong results.

    exp(725) is more than a float64 can hold, while exp(-725) is still above 0; where exp(400) fails as well, the
    arithmetic is another one.
    """
    gaps = {round(float(np.ptp(z))) for z, x in off if not np.isfinite(x).all()}
    return OVERFLOW if OVERFLOWING in gaps and HOLDING not in gaps else None


def search(
    truth: Callable[..., Any],
    faults: Sequence[Fault],
    at_large: Callable[[list[Made], list[Array]], Fault | None],
    else_: Search | None = None,
) -> Search:
    """What finds the faults: on small logits by `explain`, then by `else_`; where small ones are right, `at_large`."""

    def find(calls: list[Made], results: list[Array]) -> tuple[Fault, ...]:
        small = [i for i, made in enumerate(calls) if not is_large(made)]
        few, told = [calls[i] for i in small], [results[i] for i in small]
        if sum(bool(np.isfinite(x).any()) for x in told) < FEWEST:
            return ()
        if all(near(x, expect(truth, made)) for made, x in zip(few, told, strict=True)):
            fault = at_large(calls, results)
            return () if fault is None else (fault,)
        found = explain(truth, faults, few, told)
        if CLAMPED in found:
            found = ()  # small logits have no infinite answer that could be hidden
        return found or (else_(few, told) if else_ else ())

    return find


def with_overflow(judge: Callable[[Challenge, Evidence], Finding]) -> Callable[[Challenge, Evidence], Finding]:
    """The judge, which calls an exception by its name where it is an overflow in a call with large logits."""

    def judged(challenge: Challenge, evidence: Evidence) -> Finding:
        finding = judge(challenge, evidence)
        if finding.mistake != "error.exception":
            return finding
        pairs = zip(challenge["calls"], evidence["calls"], strict=True)
        made, first = next((made, one) for made, one in pairs if one["outcome"] == "raised")
        is_overflow = first["type"] == "OverflowError" or "overflow" in str(first["text"])
        if not (is_large(made) and is_overflow):
            return finding
        return Finding("overflow", finding.message, OVERFLOW_HINT)

    return judged
