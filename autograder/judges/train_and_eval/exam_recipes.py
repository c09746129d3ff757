"""Every way to come to a loss and an accuracy that we know of: the right one, and the wrong ones by name.

A recipe turns what happened on each minibatch into one number. What happened on a minibatch is read in one way
of several (which loss, which prediction), and then put together in one way of several (what is added up, what it
is divided by). A reading or a way without a name is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from autograder.exam import LossFunction
from autograder.judges.numbers.faults import Fault
from autograder.plain import Array

Faults = tuple[Fault, ...]


@dataclass(frozen=True)
class Cut:
    """How an exam was cut: the examples of each minibatch, and the size asked for."""

    sizes: Array
    size: int

    @property
    def n(self) -> int:
        """All examples."""
        return int(self.sizes.sum())


Way = Callable[[Array, Cut], Any]  # from one number per minibatch; for accuracies the number of right answers
LossReading = Callable[[LossFunction, Tensor, Tensor], Tensor]
Count = Callable[[Tensor, Tensor], int]

HOW_MANY = "How many examples are in the last minibatch, and how much should each example count?"
WHAT_COUNTS = "How many examples were seen in all, and how would you know it without the batch size?"
MEAN = "The task asks for a mean per example: what was added up, and what must it be divided by?"
KEPT = "What becomes of the numbers of the minibatches before?"
UNDER_LOOP = "Which lines stand under the loop over minibatches, and which after it?"
GIVEN_LOSS = "Which loss was passed, and what does it expect: logits, or what a softmax makes of them?"
PREDICTED = "Which class does the model predict for one example, and along which axis of the output is that found?"
UNIT = "Between which two numbers must an accuracy lie?"

MEANS = "a sum of minibatch means was divided by"
SUMS = "a sum over the examples was divided by"
RIGHT = "the right answers were divided by"
TWICE = "each minibatch's mean was divided by its size once more."
ONLY_LAST = "only the last minibatch counts."
ONLY_FIRST = "only the first minibatch counts."
LAST_OUT = "the last minibatch is left out."
FIRST_OUT = "the first minibatch is left out."


def loss_readings() -> Iterator[tuple[Faults, LossReading]]:
    """The ways to read a minibatch's loss."""
    yield (), lambda loss, output, target: loss(output, target)
    for says, reading in (
        ("the loss got the softmax of the model's output.", lambda loss, o, t: loss(o.softmax(1), t)),
        ("the loss got the logarithm of a softmax.", lambda loss, o, t: loss(o.log_softmax(1), t)),
        ("that is cross-entropy of a softmax.", lambda loss, o, t: F.cross_entropy(o.softmax(1), t)),
    ):
        yield (Fault("loss.softmax_first", {}, says, GIVEN_LOSS),), reading
    for says, reading in (
        ("that is plain cross-entropy, not the loss that was passed.", lambda loss, o, t: F.cross_entropy(o, t)),
        ("that is nll_loss of the logits.", lambda loss, o, t: F.nll_loss(o, t)),
        ("that is the margin loss, not the loss that was passed.", lambda loss, o, t: F.multi_margin_loss(o, t)),
    ):
        yield (Fault("loss.other_function", {}, says, GIVEN_LOSS),), reading


def _broadcast(output: Tensor, target: Tensor) -> int:
    return int((output.argmax(1)[:, None] == target[None, :]).sum())


def _in_top(k: int) -> Count:
    return lambda output, target: int((output.topk(k, 1).indices == target[:, None]).sum())


def counts() -> Iterator[tuple[Faults, Count]]:
    """The ways to count a minibatch's right answers."""
    yield (), lambda output, target: int((output.argmax(1) == target).sum())
    for mistake, says, count in (
        (
            "accuracy.broadcast",
            "every prediction was compared with every label of its minibatch.",
            _broadcast,
        ),
        (
            "axis.all",
            "one prediction was made for a whole minibatch.",
            lambda output, target: int((output.argmax() == target).sum()),
        ),
        ("argmax.min", "the smallest logit was taken.", lambda output, target: int((output.argmin(1) == target).sum())),
        ("accuracy.top_k", "a label among the two largest logits counted as right.", _in_top(2)),
        ("accuracy.top_k", "a label among the three largest logits counted as right.", _in_top(3)),
        ("accuracy.zero", "nothing counted as right.", lambda output, target: 0),
        ("accuracy.one", "everything counted as right.", lambda output, target: len(target)),
    ):
        yield (Fault(mistake, {}, says, PREDICTED),), count


LOSS_WAYS: tuple[tuple[str, str, str, Way], ...] = (
    ("loss.batch_mean", "every minibatch counted alike.", HOW_MANY, lambda v, cut: v.mean()),
    (
        "loss.batch_mean",
        "the last minibatch counted as a full one.",
        HOW_MANY,
        lambda v, cut: v.sum() * cut.size / cut.n,
    ),
    ("reduction.sum", "that is the sum of the minibatches' losses.", MEAN, lambda v, cut: v.sum()),
    ("reduction.sum", "that is the sum over all examples.", MEAN, lambda v, cut: v @ cut.sizes),
    ("loss.divisor", f"{MEANS} the number of examples.", MEAN, lambda v, cut: v.sum() / cut.n),
    ("loss.divisor", f"{SUMS} the number of minibatches.", MEAN, lambda v, cut: v @ cut.sizes / len(v)),
    ("loss.divisor", f"{SUMS} batches x batch size.", WHAT_COUNTS, lambda v, cut: v @ cut.sizes / (len(v) * cut.size)),
    ("loss.divisor", f"{MEANS} the batch size.", MEAN, lambda v, cut: v.sum() / cut.size),
    ("loss.divisor", f"{SUMS} the batch size.", MEAN, lambda v, cut: v @ cut.sizes / cut.size),
    ("loss.divisor", f"{MEANS} batches x batch size.", MEAN, lambda v, cut: v.sum() / (len(v) * cut.size)),
    ("loss.divisor", f"{MEANS} one minibatch too few.", MEAN, lambda v, cut: v.sum() / (len(v) - 1)),
    ("loss.divisor", f"{MEANS} one minibatch too many.", MEAN, lambda v, cut: v.sum() / (len(v) + 1)),
    ("loss.divisor", f"{SUMS} one example too few.", MEAN, lambda v, cut: v @ cut.sizes / (cut.n - 1)),
    ("loss.divisor", f"{SUMS} one example too many.", MEAN, lambda v, cut: v @ cut.sizes / (cut.n + 1)),
    ("loss.divisor", f"{MEANS} the last minibatch's size.", MEAN, lambda v, cut: v.sum() / cut.sizes[-1]),
    ("loss.divisor", f"{SUMS} the last minibatch's size.", MEAN, lambda v, cut: v @ cut.sizes / cut.sizes[-1]),
    ("loss.divisor", TWICE, MEAN, lambda v, cut: (v / cut.sizes).sum()),
    ("loss.divisor", TWICE, MEAN, lambda v, cut: (v / cut.sizes).mean()),
    ("loss.divisor", TWICE, MEAN, lambda v, cut: (v / cut.sizes).sum() / cut.n),
    ("loop.overwritten", "that is the last minibatch's loss.", KEPT, lambda v, cut: v[-1]),
    ("loop.overwritten", ONLY_LAST, KEPT, lambda v, cut: v[-1] * cut.sizes[-1] / cut.n),
    ("loop.overwritten", ONLY_LAST, KEPT, lambda v, cut: v[-1] * cut.sizes[-1]),
    ("loop.overwritten", ONLY_LAST, KEPT, lambda v, cut: v[-1] / cut.n),
    ("loop.overwritten", ONLY_LAST, KEPT, lambda v, cut: v[-1] / len(v)),
    ("batch.first_only", "that is the first minibatch's loss.", UNDER_LOOP, lambda v, cut: v[0]),
    ("batch.first_only", ONLY_FIRST, UNDER_LOOP, lambda v, cut: v[0] * cut.sizes[0] / cut.n),
    ("batch.first_only", ONLY_FIRST, UNDER_LOOP, lambda v, cut: v[0] * cut.sizes[0]),
    ("batch.first_only", ONLY_FIRST, UNDER_LOOP, lambda v, cut: v[0] / cut.n),
    ("batch.first_only", ONLY_FIRST, UNDER_LOOP, lambda v, cut: v[0] / len(v)),
    ("batch.dropped", LAST_OUT, HOW_MANY, lambda v, cut: v[:-1].mean()),
    ("batch.dropped", LAST_OUT, HOW_MANY, lambda v, cut: v[:-1] @ cut.sizes[:-1] / cut.n),
    ("batch.dropped", LAST_OUT, HOW_MANY, lambda v, cut: v[:-1].sum() / len(v)),
    ("batch.dropped", FIRST_OUT, HOW_MANY, lambda v, cut: v[1:] @ cut.sizes[1:] / cut.sizes[1:].sum()),
    ("batch.dropped", FIRST_OUT, HOW_MANY, lambda v, cut: v[1:].mean()),
    ("batch.dropped", FIRST_OUT, HOW_MANY, lambda v, cut: v[1:] @ cut.sizes[1:] / cut.n),
)

ACCURACY_WAYS: tuple[tuple[str, str, str, Way], ...] = (
    ("accuracy.divisor", f"{RIGHT} batches x batch size.", WHAT_COUNTS, lambda c, cut: c.sum() / (len(c) * cut.size)),
    ("rounded", "what is left of a share when only whole numbers are kept.", UNIT, lambda c, cut: c.sum() // cut.n),
    ("rounded", "rounded to a whole number.", UNIT, lambda c, cut: np.rint(c.sum() / cut.n)),
    ("accuracy.batch_mean", "every minibatch counted alike.", HOW_MANY, lambda c, cut: (c / cut.sizes).mean()),
    ("accuracy.divisor", f"{RIGHT} the number of minibatches.", WHAT_COUNTS, lambda c, cut: c.sum() / len(c)),
    ("accuracy.divisor", f"{RIGHT} the batch size.", WHAT_COUNTS, lambda c, cut: c.sum() / cut.size),
    ("accuracy.divisor", f"{RIGHT} the last minibatch's size.", WHAT_COUNTS, lambda c, cut: c.sum() / cut.sizes[-1]),
    (
        "accuracy.divisor",
        f"{RIGHT} the examples of the full minibatches alone.",
        WHAT_COUNTS,
        lambda c, cut: c.sum() / ((len(c) - 1) * cut.size),
    ),
    ("accuracy.divisor", f"{RIGHT} one example too few.", WHAT_COUNTS, lambda c, cut: c.sum() / (cut.n - 1)),
    ("accuracy.divisor", f"{RIGHT} one example too many.", WHAT_COUNTS, lambda c, cut: c.sum() / (cut.n + 1)),
    (
        "accuracy.divisor",
        "a sum of minibatch accuracies was divided by the number of examples.",
        WHAT_COUNTS,
        lambda c, cut: (c / cut.sizes).sum() / cut.n,
    ),
    ("accuracy.divisor", f"{RIGHT} the number of examples twice.", WHAT_COUNTS, lambda c, cut: c.sum() / cut.n**2),
    ("reduction.sum", "that is the number of right answers.", UNIT, lambda c, cut: c.sum()),
    ("reduction.sum", "the minibatches' accuracies were added up.", UNIT, lambda c, cut: (c / cut.sizes).sum()),
    ("loop.overwritten", "that is the last minibatch's accuracy.", KEPT, lambda c, cut: c[-1] / cut.sizes[-1]),
    ("loop.overwritten", ONLY_LAST, KEPT, lambda c, cut: c[-1] / cut.n),
    ("loop.overwritten", ONLY_LAST, KEPT, lambda c, cut: c[-1] / cut.size),
    ("loop.overwritten", ONLY_LAST, KEPT, lambda c, cut: c[-1]),
    ("loop.overwritten", ONLY_LAST, KEPT, lambda c, cut: c[-1] / cut.sizes[-1] / len(c)),
    ("batch.first_only", "that is the first minibatch's accuracy.", UNDER_LOOP, lambda c, cut: c[0] / cut.sizes[0]),
    ("batch.first_only", ONLY_FIRST, UNDER_LOOP, lambda c, cut: c[0] / cut.n),
    ("batch.first_only", ONLY_FIRST, UNDER_LOOP, lambda c, cut: c[0]),
    ("batch.first_only", ONLY_FIRST, UNDER_LOOP, lambda c, cut: c[0] / cut.sizes[0] / len(c)),
    ("batch.dropped", LAST_OUT, HOW_MANY, lambda c, cut: c[:-1].sum() / cut.sizes[:-1].sum()),
    ("batch.dropped", LAST_OUT, HOW_MANY, lambda c, cut: c[:-1].sum() / cut.n),
    ("batch.dropped", FIRST_OUT, HOW_MANY, lambda c, cut: c[1:].sum() / cut.sizes[1:].sum()),
    ("batch.dropped", FIRST_OUT, HOW_MANY, lambda c, cut: c[1:].sum() / cut.n),
)

PERCENT = Fault("accuracy.percent", {}, "that is a percentage.", UNIT)
ERROR_RATE = Fault("accuracy.error_rate", {}, "that is the share of wrong answers.", "Which answers does it count?")


def loss_ways() -> Iterator[tuple[Faults, Way]]:
    """The ways to put the minibatches' losses together."""
    yield (), lambda v, cut: v @ cut.sizes / cut.n
    for mistake, says, hint, way in LOSS_WAYS:
        yield (Fault(mistake, {}, says, hint),), way


def accuracy_ways() -> Iterator[tuple[Faults, Way]]:
    """The ways to put the minibatches' right answers together, as a share, a percentage, or a share of wrong ones."""
    plain: list[tuple[Faults, Way]] = [((), lambda c, cut: c.sum() / cut.n)]
    plain += [((Fault(mistake, {}, says, hint),), way) for mistake, says, hint, way in ACCURACY_WAYS]
    yield from plain
    for faults, way in plain:
        yield (*faults, PERCENT), lambda c, cut, way=way: 100 * way(c, cut)
        yield (*faults, ERROR_RATE), lambda c, cut, way=way: 1 - way(c, cut)


def losses(reading: LossReading, loss: LossFunction, outputs: list[Tensor], targets: list[Tensor]) -> Array:
    """The loss of each minibatch."""
    with torch.no_grad():
        return np.array([float(reading(loss, o, t)) for o, t in zip(outputs, targets, strict=True)])


def counted(count: Count, outputs: list[Tensor], targets: list[Tensor]) -> Array:
    """The right answers in each minibatch."""
    return np.array([count(o, t) for o, t in zip(outputs, targets, strict=True)], dtype=np.float64)
