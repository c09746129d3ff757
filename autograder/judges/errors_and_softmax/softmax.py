"""The judged function softmax: its truth, and the ways it goes wrong by name."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.judges.numbers.faults import ABSOLUTE, Fault, Made, near
from autograder.judges.numbers.numeric import Numeric
from autograder.judges.numbers.shares import (
    AXES,
    FIRST_ROW,
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
    search,
    shares,
    shifted,
    sigmoid,
    total,
)
from autograder.judges.numbers.words import shown
from autograder.plain import Array


def softmax(z: Any, *, form: Form = shares, **settings: Any) -> Array:
    """Shares along the last axis that sum to 1, shape `(..., k)` as z. Source: Bridle 1990."""
    return of_rows(z, form=form, **settings)


_LARGEST = "Which class should get the largest share, and what says so?"
_SHARES = "What do the probabilities of one row have to sum to, and can one of them be negative?"


def _no_softmax(says: str, form: Form) -> Fault:
    return Fault("softmax.missing", {"form": form}, says, _SHARES)


def _one_hot(z: Array, axis: Axis) -> Array:
    return (z == z.max(axis=axis, keepdims=True)).astype(np.float64)


def _from_lowest(z: Array, axis: Axis) -> Array:
    return z - z.min(axis=axis, keepdims=True)


_FAULTS = (
    *AXES,
    REVERSED,
    MAGNITUDES,
    *FIRST_ROW,
    _no_softmax("exp was taken, but nothing was divided by the sum.", lambda z, axis: np.exp(z)),
    _no_softmax(
        "exp of z minus its maximum was taken, but nothing was divided by the sum.",
        lambda z, axis: np.exp(shifted(z, axis)),
    ),
    _no_softmax("that is z / sum(z), without exp.", lambda z, axis: z / total(z, axis)),
    _no_softmax(
        "that is |z| / sum(|z|): absolute values are no exponentials.",
        lambda z, axis: np.abs(z) / total(np.abs(z), axis),
    ),
    _no_softmax("that is |z| / sum(z), without exp.", lambda z, axis: np.abs(z) / total(z, axis)),
    _no_softmax("that is z / sum(|z|), without exp.", lambda z, axis: z / total(np.abs(z), axis)),
    _no_softmax("those are squares, not exponentials.", lambda z, axis: z**2 / total(z**2, axis)),
    _no_softmax("that is z itself.", lambda z, axis: z),
    _no_softmax("that is z minus its maximum, without exp.", shifted),
    _no_softmax(
        "that is z minus its maximum, divided by the sum of these, without exp.",
        lambda z, axis: shifted(z, axis) / total(shifted(z, axis), axis),
    ),
    _no_softmax("that is the sigmoid of each logit alone.", lambda z, axis: sigmoid(z)),
    _no_softmax("those are sigmoids divided by their sum.", lambda z, axis: sigmoid(z) / total(sigmoid(z), axis)),
    _no_softmax(
        "that is z stretched from 0 to 1.",
        lambda z, axis: _from_lowest(z, axis) / _from_lowest(z, axis).max(axis=axis, keepdims=True),
    ),
    _no_softmax(
        "that is z minus its minimum, divided by the sum of these, without exp.",
        lambda z, axis: _from_lowest(z, axis) / total(_from_lowest(z, axis), axis),
    ),
    _no_softmax(
        "negative logits were set to 0 and no exp was taken.",
        lambda z, axis: np.maximum(z, 0) / total(np.maximum(z, 0), axis),
    ),
    _no_softmax("exp was taken, but divided by the sum of z.", lambda z, axis: np.exp(z) / total(z, axis)),
    _no_softmax("that is 1 for the largest logit and 0 for the others: a winner, but no softmax.", _one_hot),
    Fault(
        "exp.missing",
        {"form": log_shares},
        "that is the logarithm of softmax.",
        "May a probability be negative, and what undoes a logarithm?",
    ),
    Fault(
        "softmax.twice",
        {"form": lambda z, axis: shares(shares(z, axis), axis)},
        "that is the softmax of the softmax.",
        "How often does the function turn numbers into probabilities?",
    ),
)


def _softmax_at_large(calls: list[Made], results: list[Array]) -> Fault | None:
    """A single row that comes out wrong has overflowed; rows that are right alone were seen beside larger ones."""
    wrong = [(made, x) for made, x in zip(calls, results, strict=True) if not near(x, softmax(logits_of(made)))]
    alone = [x for _, x in wrong if x.ndim == 1]
    if alone:
        return overflowed(alone[0])
    return ONE_MAXIMUM if wrong else None


def _warmer_or_unnormalised(calls: list[Made], results: list[Array]) -> tuple[Fault, ...]:
    """Shares as of `factor * z`, whatever the factor; else shares that sum to 1 nowhere."""
    if not all(np.isfinite(x).all() for x in results):
        return ()
    inputs = [np.asarray(logits_of(made), dtype=np.float64) for made in calls]
    z, x = inputs[0].reshape(-1, inputs[0].shape[-1])[0], results[0].reshape(-1, inputs[0].shape[-1])[0]
    if (x > 0).all():
        factor = np.log(x[0] / x[1]) / (z[0] - z[1])
        if all(near(x, shares(factor * z)) for z, x in zip(inputs, results, strict=True)):
            return (_factor(float(factor)),)
    sums = [x.sum(axis=-1) for x in results]
    if all((np.abs(s - 1) > 1e-3).all() for s in sums):
        says = f"the first row sums to {shown(np.asarray(sums[0].flat[0]))} instead of 1."
        return (Fault("softmax.missing", {}, says, _SHARES),)
    return ()


def _factor(factor: float) -> Fault:
    """The fault of one who computed softmax(factor * z)."""
    if abs(factor) < ABSOLUTE:
        return Fault("argument.ignored", {}, "every class gets the same share, whatever its logit.", _LARGEST)
    for base, name in ((LN2, "2"), (np.log(10), "10")):
        if np.isclose(factor, base, rtol=1e-4):
            return Fault(
                "exp.base",
                {},
                f"that is what {name} to the power of z gives.",
                "Which number has the power z in the formula?",
            )
    return Fault(
        "softmax.temperature",
        {},
        f"that is what comes out when every logit is multiplied by {factor:.4g} first.",
        "Which step stretches or shrinks the logits before exp sees them?",
    )


SOFTMAX = Numeric(
    function="softmax",
    parameters=("z",),
    truth=softmax,
    faults=_FAULTS,
    search=search(softmax, _FAULTS, _softmax_at_large, _warmer_or_unnormalised),
)
