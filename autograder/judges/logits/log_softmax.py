"""The judged function log_softmax: its truth, and the ways it goes wrong by name."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.judges.numbers.faults import Fault, Made, near
from autograder.judges.numbers.numeric import Numeric
from autograder.judges.numbers.shares import (
    AXES,
    FIRST_ROW,
    LARGE,
    LN2,
    MAGNITUDES,
    ONE_MAXIMUM,
    REVERSED,
    Axis,
    Form,
    log_shares,
    logits_of,
    of_rows,
    overflowed,
    overflows_upwards,
    search,
    shares,
    shifted,
    sigmoid,
    total,
    underflowed,
)
from autograder.judges.numbers.words import shown
from autograder.plain import Array


def log_softmax(z: Any, *, form: Form = log_shares, **settings: Any) -> Array:
    """The logarithms of softmax along the last axis in nats, shape `(..., k)` as z."""
    return of_rows(z, form=form, **settings)


_SUM = "What do the exponentials of one row of log_softmax sum to?"
_BASE = "Which base has the logarithm that undoes exp?"


def _log_of_sum(z: Array, axis: Axis) -> Array:
    return np.log(total(np.exp(z), axis))


def _sum_of_shifted(z: Array, axis: Axis) -> Array:
    return total(np.exp(shifted(z, axis)), axis)


def _no_softmax(says: str, form: Form) -> Fault:
    return Fault("softmax.missing", {"form": form}, says, _SUM)


LOG_FORMS = (
    Fault(
        "log.bits",
        {"form": lambda z, axis: log_shares(z, axis) / LN2},
        "that is the answer in bits.",
        _BASE,
    ),
    Fault(
        "log.bits",
        {"form": lambda z, axis: z - np.log2(total(np.exp(z), axis))},
        "there the logarithm of the sum has base 2, but the powers have base e.",
        _BASE,
    ),
    Fault(
        "log.bits",
        {"form": lambda z, axis: shifted(z, axis) - np.log2(_sum_of_shifted(z, axis))},
        "there the logarithm of the sum has base 2, but the powers have base e.",
        _BASE,
    ),
    Fault("log.decimal", {"form": lambda z, axis: log_shares(z, axis) / np.log(10)}, "there the base is 10.", _BASE),
    Fault(
        "log.decimal",
        {"form": lambda z, axis: z - np.log10(total(np.exp(z), axis))},
        "there the logarithm of the sum has base 10, but the powers have base e.",
        _BASE,
    ),
    Fault(
        "log.decimal",
        {"form": lambda z, axis: shifted(z, axis) - np.log10(_sum_of_shifted(z, axis))},
        "there the logarithm of the sum has base 10, but the powers have base e.",
        _BASE,
    ),
    Fault(
        "log.missing",
        {"form": shares},
        "there softmax stands without its logarithm.",
        "May the logarithm of a probability be positive?",
    ),
    Fault(
        "log.missing",
        {"form": lambda z, axis: z - total(np.exp(z), axis)},
        "there the sum of powers was subtracted without its logarithm.",
        "What becomes of a fraction when its logarithm is taken?",
    ),
    Fault(
        "log.missing",
        {"form": lambda z, axis: shifted(z, axis) - _sum_of_shifted(z, axis)},
        "there the sum of powers was subtracted without its logarithm.",
        "What becomes of a fraction when its logarithm is taken?",
    ),
    Fault(
        "exp.missing",
        {"form": lambda z, axis: z - np.log(total(z, axis))},
        "there the logits were summed without exp.",
        "Of which numbers does softmax's denominator take the sum?",
    ),
    Fault(
        "exp.missing",
        {"form": lambda z, axis: np.log(z / total(z, axis))},
        "there the logits were divided by their sum without exp.",
        "Of which numbers does softmax's denominator take the sum?",
    ),
    Fault(
        "sign.flipped",
        {"form": lambda z, axis: z + _log_of_sum(z, axis)},
        "there the logarithm of the sum was added.",
        "What becomes of a division when its logarithm is taken?",
    ),
    Fault(
        "sign.flipped",
        {"form": lambda z, axis: shifted(z, axis) + np.log(_sum_of_shifted(z, axis))},
        "there the logarithm of the sum was added.",
        "What becomes of a division when its logarithm is taken?",
    ),
    Fault(
        "log.misplaced",
        {"form": lambda z, axis: shifted(z, axis) / np.log(_sum_of_shifted(z, axis))},
        "there z was divided by the logarithm of the sum.",
        "What becomes of a division when its logarithm is taken?",
    ),
    Fault(
        "log.misplaced",
        {"form": lambda z, axis: z / _log_of_sum(z, axis)},
        "there z was divided by the logarithm of the sum.",
        "What becomes of a division when its logarithm is taken?",
    ),
    Fault(
        "log.misplaced",
        {"form": lambda z, axis: z - total(z, axis)},
        "there the sum of the logits was subtracted: a sum of logarithms instead of the logarithm of a sum.",
        "Is the logarithm of a sum the sum of the logarithms?",
    ),
    Fault(
        "shift.once",
        {"form": lambda z, axis: z - np.log(_sum_of_shifted(z, axis))},
        "every row is too high by its maximum: that was taken off in the sum and not in front of it.",
        "If a constant is taken off inside the sum, where must it come back?",
    ),
    Fault(
        "shift.once",
        {"form": lambda z, axis: shifted(z, axis) - _log_of_sum(z, axis)},
        "every row is too low by its maximum: that was taken off in front of the sum and not in it.",
        "If a constant is taken off in front of the sum, where must it come back?",
    ),
    Fault(
        "softmax.twice",
        {"form": lambda z, axis: log_shares(shares(z, axis), axis)},
        "there the logarithm of the softmax of a softmax was taken.",
        "How often does the function turn numbers into probabilities?",
    ),
    _no_softmax("there z stands as it is, without softmax.", lambda z, axis: z),
    _no_softmax("there z minus its maximum was taken, and nothing for the sum.", shifted),
    _no_softmax("there the logarithm of each logit's sigmoid was taken.", lambda z, axis: np.log(sigmoid(z))),
    _no_softmax("there the logarithm of the sum stands alone.", lambda z, axis: 0 * z + _log_of_sum(z, axis)),
    _no_softmax("there z minus its mean was taken.", lambda z, axis: z - z.mean(axis=axis, keepdims=True)),
)
"""The ways to go wrong between logits and logarithms, whatever the axis."""

EPSILONS = tuple(
    Fault(
        "zero.clamped",
        {"form": lambda z, axis, kept=kept, epsilon=epsilon: np.log(kept(shares(z, axis), epsilon))},
        f"there the logarithm was taken of probabilities {how} {epsilon:g}.",
        "Which logits need this number, and what does it do to the answer for all the others?",
    )
    for how, kept in (("plus", np.add), ("raised to at least", np.maximum))
    for epsilon in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7)
)
"""A number put in against log 0 that is large enough to change ordinary answers."""

NO_LOSS = 0.5  # nats: what the largest of very different logits costs, some epsilon included
FAINT = 20.0  # nats: above all that `overflow_only` logits cost but one
EPSILON = 9.0  # nats: more than an epsilon takes off a loss of 14, less than any overflow does

_FAULTS = (*AXES, *LOG_FORMS, *EPSILONS, REVERSED, MAGNITUDES, *FIRST_ROW)


def _at_large(calls: list[Made], results: list[Array]) -> Fault | None:
    """What single rows show, from the plainest evidence on; else what rows beside each other do.

    Where logits are close, only a power can overflow. Elsewhere a wrong result for the largest logit is an overflow,
    one for a smaller logit alone an underflow.
    """
    wrong = [(logits_of(made), log_softmax(logits_of(made)), x) for made, x in zip(calls, results, strict=True)]
    wrong = [(z, right, x) for z, right, x in wrong if not near(x, right)]
    alone = [(z, right, x) for z, right, x in wrong if z.ndim == 1 and not (np.abs(x - right) < NO_LOSS).all()]
    for z, right, x in alone:
        off = np.abs(x - right)
        if not off[np.argmax(right)] < NO_LOSS or (np.ptp(z) < LARGE and not (off[right > -FAINT] < EPSILON).all()):
            return overflowed(x)
    upwards = overflows_upwards([(z, x) for z, _, x in alone])
    if upwards is not None:
        return upwards
    if alone:
        return underflowed(alone[0][2])
    return ONE_MAXIMUM if wrong else None


def _unnormalised(calls: list[Made], results: list[Array]) -> tuple[Fault, ...]:
    """Results whose exponentials sum to 1 nowhere."""
    if not all(np.isfinite(x).all() for x in results):
        return ()
    sums = [np.exp(x).sum(axis=-1) for x in results]
    if any((np.abs(s - 1) < 1e-3).any() for s in sums):
        return ()
    says = f"the exponentials of the first row sum to {shown(np.asarray(sums[0].flat[0]))} instead of 1."
    return (Fault("softmax.missing", {}, says, _SUM),)


LOG_SOFTMAX = Numeric(
    function="log_softmax",
    parameters=("z",),
    truth=log_softmax,
    faults=_FAULTS,
    search=search(log_softmax, _FAULTS, _at_large, _unnormalised),
)
