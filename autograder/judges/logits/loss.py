"""The judged function cross_entropy_from_logits: its truth, and the ways it goes wrong by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judges.logits.log_softmax import EPSILON, EPSILONS, LOG_FORMS, NO_LOSS
from autograder.judges.numbers.faults import Fault, Made, near
from autograder.judges.numbers.numeric import Numeric
from autograder.judges.numbers.shares import (
    ALL,
    FIRST,
    LARGE,
    MAGNITUDES,
    MAXIMUM_OF_COLUMNS,
    ONE_MAXIMUM,
    REVERSED,
    UNDERFLOW,
    Axis,
    Form,
    after_shift,
    as_it_is,
    last,
    log_shares,
    logits_of,
    overflowed,
    overflows_upwards,
    search,
    shares,
    sigmoid,
    underflowed,
)
from autograder.plain import Array

Pick = Callable[[Array, Array], Array]  # logarithms (n, k) and labels (n,) -> one number for each example


def one_hot(y: Array, k: int) -> Array:
    """Labels `(n,)` as rows of 0 and 1, `(n, k)`."""
    return np.eye(k)[y]


def _of_label(logs: Array, y: Array) -> Array:
    return logs[np.arange(len(y)), y]


def _mean(losses: Array, _k: int) -> Any:
    return losses.mean()


def cross_entropy_from_logits(
    z: Any,
    y: Any,
    *,
    before: Callable[[Array], Array] = as_it_is,
    axis: Callable[[int], Axis] = last,
    form: Form = log_shares,
    pick: Pick = _of_label,
    losses: Callable[[Array, Array], Array] | None = None,
    reduce: Callable[[Array, int], Any] = _mean,
) -> float:
    """The mean over n examples of -log softmax(z)[y], in nats."""
    z, y = np.asarray(z, dtype=np.float64), np.asarray(y)
    each = -pick(form(before(z), axis(2)), y) if losses is None else losses(z, y)
    return float(reduce(each, z.shape[1]))


_LABEL = "Which one of its k logarithms does an example pay, and who says so?"
_HOW_MANY = "Over how many examples is the mean taken, and what else was divided by?"
_ROUNDS = "How many examples are left in what is returned?"


def _picks(mistake: str, says: str, hint: str, pick: Pick) -> Fault:
    return Fault(mistake, {"pick": pick}, says, hint)


def _other(mistake: str, says: str, hint: str, losses: Callable[[Array, Array], Array]) -> Fault:
    return Fault(mistake, {"losses": losses}, says, hint)


def _reduces(mistake: str, says: str, hint: str, reduce: Callable[[Array, int], Any]) -> Fault:
    return Fault(mistake, {"reduce": reduce}, says, hint)


_PAIRS = "How many logarithms should be picked for n examples, and how many does this index pick?"
_TERMS = "How many terms has the formula for each example?"


def _binary(p: Array, y: Array) -> Array:
    t = one_hot(y, p.shape[1])
    return -(t * np.log(p) + (1 - t) * np.log(1 - p)).sum(axis=1)


_WRONG_LOSSES = (
    _other(
        "cross_entropy.binary",
        "there also the classes that did not come were counted, with 1 - p.",
        _TERMS,
        lambda z, y: _binary(shares(z), y),
    ),
    _other(
        "cross_entropy.binary",
        "there each class was taken for a yes or no of its own, by a sigmoid.",
        _TERMS,
        lambda z, y: _binary(sigmoid(z), y),
    ),
    _other(
        "loss.other_function",
        "that is the squared distance between softmax and the one-hot label.",
        "Which function of the label's probability is a surprise?",
        lambda z, y: ((shares(z) - one_hot(y, z.shape[1])) ** 2).sum(axis=1),
    ),
    _other(
        "log.missing",
        "that is 1 - p instead of -log p.",
        "Which function of the label's probability is a surprise?",
        lambda z, y: 1 - _of_label(shares(z), y),
    ),
    _other(
        "argument.ignored",
        "that is the entropy of softmax(z), which y has no part in.",
        "Where does the function use y?",
        lambda z, y: -(shares(z) * log_shares(z)).sum(axis=1),
    ),
)

_PICKS = (
    _picks("index.all_pairs", "every example was paired with every label.", _PAIRS, lambda x, y: x[:, y].mean(axis=1)),
    _picks("index.all_pairs", "every example was paired with every label.", _PAIRS, lambda x, y: x[:, y].sum(axis=1)),
    _picks("argument.ignored", "all classes were added up, whatever y says.", _LABEL, lambda x, y: x.sum(axis=1)),
    _picks(
        "argument.ignored", "the largest of each row was picked, whatever y says.", _LABEL, lambda x, y: x.max(axis=1)
    ),
    _picks("index.off_by_one", "the class before the label was picked.", _LABEL, lambda x, y: _of_label(x, y - 1)),
    _picks(
        "index.off_by_one",
        "the class after the label was picked.",
        _LABEL,
        lambda x, y: _of_label(x, (y + 1) % x.shape[1]),
    ),
)

_REDUCTIONS = (
    _reduces("reduction.sum", "that is the sum over the examples.", _HOW_MANY, lambda x, k: x.sum()),
    _reduces("reduction.mean", "that is a mean over all n * k numbers.", _HOW_MANY, lambda x, k: x.mean() / k),
    _reduces("scale.classes", "that is the sum divided by the number of classes.", _HOW_MANY, lambda x, k: x.sum() / k),
    _reduces("scale.one_less", "that is the sum divided by n - 1.", _HOW_MANY, lambda x, k: x.sum() / (x.size - 1)),
    _reduces("scale.batch", "that is divided by n twice.", _HOW_MANY, lambda x, k: x.mean() / len(x)),
    _reduces("loop.early_return", "only the first example was counted.", _ROUNDS, lambda x, k: x[0]),
    _reduces(
        "loop.early_return",
        "only the first loss was counted, divided by n.",
        _ROUNDS,
        lambda x, k: x[0] / len(x),
    ),
    _reduces("loop.overwritten", "only the last example was counted.", _ROUNDS, lambda x, k: x[-1]),
    _reduces("loop.overwritten", "only the last loss was counted, divided by n.", _ROUNDS, lambda x, k: x[-1] / len(x)),
    _reduces("loop.off_by_one", "the last example was left out.", _ROUNDS, lambda x, k: x[:-1].sum() / len(x)),
    _reduces("loop.off_by_one", "the first example was left out.", _ROUNDS, lambda x, k: x[1:].sum() / len(x)),
    _reduces(
        "log.misplaced",
        "there the probabilities were averaged before the logarithm was taken.",
        "Is the logarithm of a mean the mean of the logarithms?",
        lambda x, k: -np.log(np.exp(-x).mean()),
    ),
    _reduces(
        "exp.misplaced",
        "that is e to the power of the loss.",
        "Is the loss asked for, or the perplexity?",
        lambda x, k: np.exp(x.mean()),
    ),
    _reduces(
        "reduction.max",
        "that is the largest of the losses.",
        "Is the worst example asked for, or the average over all?",
        lambda x, k: x.max(),
    ),
)

_FAULTS = (
    *_WRONG_LOSSES,
    *LOG_FORMS,
    ALL,
    FIRST,
    after_shift(ALL),
    after_shift(FIRST),
    MAXIMUM_OF_COLUMNS,
    *EPSILONS,
    REVERSED,
    MAGNITUDES,
    *_PICKS,
    *_REDUCTIONS,
)


def _at_large(calls: list[Made], results: list[Array]) -> Fault | None:
    """What single examples show, from the plainest evidence on; else what examples beside each other do.

    Where logits are close, only a power can overflow. Where the largest is small, only a probability can become 0,
    and nan for its label means that log 0 was taken and multiplied by 0. Elsewhere a wrong loss for the largest
    logit is an overflow, for another one an underflow.
    """
    wrong = [(logits_of(made), _right(made), x) for made, x in zip(calls, results, strict=True)]
    wrong = [(z, right, x) for z, right, x in wrong if not near(x, right)]
    alone = [(z, right, x) for z, right, x in wrong if len(z) == 1 and not np.abs(x - right) < NO_LOSS]
    for z, right, x in alone:
        if np.ptp(z) < LARGE and not np.abs(x - right) < EPSILON:
            return overflowed(x)
    upwards = overflows_upwards([(z, x) for z, _, x in alone])
    if upwards is not None:
        return upwards
    for z, right, x in alone:
        if np.abs(z.max()) < LARGE and right < NO_LOSS and np.isnan(x):
            return UNDERFLOW
    for _, right, x in alone:
        if right < NO_LOSS:
            return overflowed(x)
    if alone:
        return underflowed(alone[0][2])
    return ONE_MAXIMUM if wrong else None


def _right(made: Made) -> Array:
    return np.asarray(cross_entropy_from_logits(*made["args"], **made["kwargs"]))


LOSS = Numeric(
    function="cross_entropy_from_logits",
    parameters=("z", "y"),
    truth=cross_entropy_from_logits,
    faults=_FAULTS,
    search=search(cross_entropy_from_logits, _FAULTS, _at_large),
)
