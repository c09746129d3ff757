"""The judged function cross_entropy_gradient: its truth, and the ways it goes wrong by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judges.logits.loss import one_hot
from autograder.judges.numbers.faults import Fault, Made, near
from autograder.judges.numbers.numeric import Numeric
from autograder.judges.numbers.shares import (
    ALL,
    FIRST,
    FIRST_ROW,
    LN2,
    MAXIMUM_OF_COLUMNS,
    ONE_MAXIMUM,
    REVERSED,
    Axis,
    Form,
    after_shift,
    as_it_is,
    last,
    log_shares,
    overflowed,
    search,
    shares,
    shifted,
    sigmoid,
)
from autograder.plain import Array

Minus = Callable[[Array, Array], Array]  # softmax (n, k) and one-hot labels (n, k) -> derivatives (n, k)


def cross_entropy_gradient(
    z: Any,
    y: Any,
    *,
    before: Callable[[Array], Array] = as_it_is,
    axis: Callable[[int], Axis] = last,
    form: Form = shares,
    minus: Minus = np.subtract,
    divide: Callable[[int, int], float] = lambda n, k: n,
    unit: float = 1.0,
    after: Callable[[Array], Array] = as_it_is,
) -> Array:
    """The derivative of the mean cross-entropy in nats with respect to z, `(n, k)`: (softmax(z) - one-hot) / n."""
    z = np.asarray(z, dtype=np.float64)
    n, k = z.shape
    rows = minus(form(before(z), axis(2)), one_hot(np.asarray(y), k))
    return after(rows * unit / divide(n, k))


_LABEL = "What does the derivative at the label's own logit have that the others have not?"
_MEAN = "The loss is a mean over n examples: what does that do to the derivative for one of them?"
_SHARES = "What do the derivatives of one row sum to, whatever z is?"


def _forms(mistake: str, says: str, hint: str, form: Form) -> Fault:
    return Fault(mistake, {"form": form}, says, hint)


def _minus(mistake: str, says: str, hint: str, minus: Minus) -> Fault:
    return Fault(mistake, {"minus": minus}, says, hint)


def _divides(mistake: str, says: str, divide: Callable[[int, int], float]) -> Fault:
    return Fault(mistake, {"divide": divide}, says, _MEAN)


def _of_softmax_twice(p: Array, t: Array) -> Array:
    g = shares(p) - t
    return p * (g - (p * g).sum(axis=1, keepdims=True))


_FAULTS = (
    _divides("scale.batch", "that is the derivative of the sum over the examples: n times too large.", lambda n, k: 1),
    _minus("argument.ignored", "y has no part in it: that is softmax(z) / n.", _LABEL, lambda p, t: p),
    _minus("argument.ignored", "1 was subtracted everywhere, whatever y says.", _LABEL, lambda p, t: p - 1),
    _minus("sign.flipped", "that is (softmax(z) + one-hot) / n.", _LABEL, np.add),
    _minus(
        "index.all_pairs",
        "1 was subtracted in every row at the labels of all examples.",
        "How many entries does this index reach, and how many should it?",
        lambda p, t: p - t.max(axis=0, keepdims=True),
    ),
    _minus(
        "gradient.label_only",
        "only the label's entry of each row was filled.",
        "Does the loss change when another class's logit is moved?",
        lambda p, t: (p - 1) * t,
    ),
    _minus(
        "gradient.others_only",
        "the label's entry of each row is 0.",
        "Does the loss change when the label's own logit is moved?",
        lambda p, t: p * (1 - t),
    ),
    _minus(
        "gradient.label_overwritten",
        "the label's entry of each row is -1 / n.",
        "What is left of the label's own probability in the derivative?",
        lambda p, t: p * (1 - t) - t,
    ),
    _minus("scale.batch", "only the labels were divided by n.", _MEAN, lambda p, t: len(p) * p - t),
    _minus("scale.batch", "only softmax was divided by n, not the labels.", _MEAN, lambda p, t: p - len(p) * t),
    _minus(
        "gradient.of_probabilities",
        "that is the derivative with respect to the probabilities, not to the logits.",
        "With respect to what is the derivative asked, and what lies between that and the probabilities?",
        lambda p, t: -t / p,
    ),
    _minus(
        "log.missing",
        "that is the derivative of -p, without the logarithm.",
        "Of which loss is this the derivative?",
        lambda p, t: (p * t).sum(axis=1, keepdims=True) * (p - t),
    ),
    _minus(
        "loss.other_function",
        "that is the derivative of a squared error.",
        "Of which loss is the derivative asked?",
        lambda p, t: 2 * p * ((p - t) - (p * (p - t)).sum(axis=1, keepdims=True)),
    ),
    _minus(
        "loss.other_function",
        "that is twice softmax - one-hot, as of a squared error.",
        "Of which loss is the derivative asked?",
        lambda p, t: 2 * (p - t),
    ),
    _minus(
        "gradient.chained_twice",
        "softmax's own derivative was multiplied on once more.",
        "Is softmax(z) - one-hot the derivative with respect to the probabilities or to the logits?",
        lambda p, t: p * (1 - p) * (p - t),
    ),
    _minus(
        "gradient.chained_twice",
        "softmax's own derivative was multiplied on once more.",
        "Is softmax(z) - one-hot the derivative with respect to the probabilities or to the logits?",
        lambda p, t: p * ((p - t) - (p * (p - t)).sum(axis=1, keepdims=True)),
    ),
    _minus(
        "softmax.twice",
        "that is the derivative of a loss that takes the softmax of a softmax.",
        "Does the loss take logits or probabilities, and which of them was it given?",
        _of_softmax_twice,
    ),
    _minus("softmax.missing", "no softmax has a part in it: only the labels do.", _SHARES, lambda p, t: -t),
    _forms(
        "softmax.twice",
        "there the softmax of a softmax was taken.",
        "How often does the function turn numbers into probabilities?",
        lambda z, axis: shares(shares(z, axis), axis),
    ),
    _forms("softmax.missing", "that is (z - one-hot) / n, without softmax.", _SHARES, lambda z, axis: z),
    _forms("softmax.missing", "there a sigmoid stands for softmax.", _SHARES, lambda z, axis: sigmoid(z)),
    _forms(
        "softmax.missing",
        "there exp was taken, but not divided by the sum.",
        _SHARES,
        lambda z, axis: np.exp(z),
    ),
    _forms(
        "softmax.missing",
        "there exp was taken, but not divided by the sum.",
        _SHARES,
        lambda z, axis: np.exp(shifted(z, axis)),
    ),
    _forms(
        "softmax.missing",
        "there 1 for the largest logit and 0 for the others stands for softmax.",
        _SHARES,
        lambda z, axis: one_hot(z.argmax(axis=1), z.shape[1]),
    ),
    _forms(
        "exp.missing",
        "there the logarithm of softmax stands for softmax.",
        "Which of the two, softmax or its logarithm, is in the derivative?",
        log_shares,
    ),
    ALL,
    FIRST,
    after_shift(ALL),
    after_shift(FIRST),
    MAXIMUM_OF_COLUMNS,
    REVERSED,
    _divides("reduction.mean", "that is divided by all n * k numbers.", lambda n, k: n * k),
    _divides("scale.classes", "that is divided by the number of classes instead of examples.", lambda n, k: k),
    _divides("scale.batch", "that is divided by n twice.", lambda n, k: n * n),
    _divides("scale.batch", "that is multiplied by n.", lambda n, k: 1 / n),
    Fault(
        "log.bits",
        {"unit": 1 / LN2},
        "that is the derivative of the loss in bits.",
        "In which unit does the task measure the loss?",
    ),
    *FIRST_ROW,
)


def _at_large(calls: list[Made], results: list[Array]) -> Fault | None:
    """A single example that comes out wrong has overflowed; those right alone were seen beside larger ones."""
    wrong = [x for made, x in zip(calls, results, strict=True) if not near(x, _right(made))]
    alone = [x for x in wrong if len(x) == 1]
    if alone:
        return overflowed(alone[0])
    return ONE_MAXIMUM if wrong else None


def _right(made: Made) -> Array:
    return cross_entropy_gradient(*made["args"], **made["kwargs"])


GRADIENT = Numeric(
    function="cross_entropy_gradient",
    parameters=("z", "y"),
    truth=cross_entropy_gradient,
    faults=_FAULTS,
    search=search(cross_entropy_gradient, _FAULTS, _at_large),
)
