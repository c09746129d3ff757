"""Names what is wrong with the loss that `train_step` or `accumulated_step` gives, where its updates are right.

A name holds only where it predicts the number of every call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.judges.finding import Finding
from autograder.judges.numbers.faults import near
from autograder.judges.numbers.outcomes import value_trouble
from autograder.judges.numbers.words import shown_apart
from autograder.judges.training.twin import READINGS
from autograder.judges.zero_grad.turns import NUMBER, Turn
from autograder.plain import Array

HINTS = {
    "history.after_step": "At which weights is the loss taken: before or after the update?",
    "loss.batch_mean": "How much does an image count that shares its minibatch with one other, and one that shares it "
    "with many?",
    "history.sum": "How does a sum of losses become their mean?",
    "history.last_batch": "Which of the minibatches does the result know of?",
    "history.first_batch": "Which of the minibatches does the result know of?",
    "history.divisor": "How many terms, or how many images, are in the sum that is divided?",
    "loss.scaled": "What does loss_fn give: a sum over the images, or their mean already?",
    "loss.other_function": "Which loss function gives the number that is returned?",
    "state.kept": "Which name keeps its value from one call to the next, and where should it start afresh?",
    "sign.flipped": "Is a loss the smaller the better, and what does its sign do here?",
    "log.bits": "In which unit does the loss function answer?",
}


@dataclass(frozen=True)
class Books:
    """The losses of one call's minibatches before and after its update, and their sizes."""

    turn: Turn
    before: list[float]
    after: list[float]

    @property
    def n(self) -> int:
        """How many images there are."""
        return sum(self.turn.sizes)

    @property
    def k(self) -> int:
        """How many minibatches there are."""
        return len(self.before)

    def weighted(self, losses: list[float]) -> float:
        """The sum of losses, each times the size of its minibatch."""
        return sum(n * x for n, x in zip(self.turn.sizes, losses, strict=True))

    def reading(self, reading: str) -> float:
        """The mean over all images of another loss."""
        rows = self.turn.batches
        return self.weighted([self.turn.twin.value(self.turn.before, one, reading=reading) for one in rows]) / self.n


Prediction = Callable[[Books], float]


def _predictions(most: int) -> Iterator[tuple[str, Prediction, str]]:
    """(id, what it predicts, what to say), in order of likelihood, where a call has at most so many minibatches."""
    yield "history.after_step", lambda b: b.weighted(b.after) / b.n, "that is the loss after the update"
    if most > 1:
        yield "history.after_step", lambda b: sum(b.after) / b.k, "those are losses after the update, minibatches alike"
        yield "history.after_step", lambda b: b.after[-1], "that is the last minibatch's loss after the update"
        yield (
            "loss.batch_mean",
            lambda b: sum(b.before) / b.k,
            "that is the mean over the minibatches, all counted alike",
        )
        yield "history.sum", lambda b: sum(b.before), "that is the sum of the minibatches' losses"
        yield "history.last_batch", lambda b: b.before[-1], "that is the loss of the last minibatch"
        yield "history.last_batch", lambda b: b.before[-1] / b.k, "only the last minibatch's loss counts"
        yield (
            "history.last_batch",
            lambda b: b.before[-1] * b.turn.sizes[-1] / b.n,
            "only the last minibatch's loss counts",
        )
        yield "history.last_batch", lambda b: b.before[-1] * b.turn.sizes[-1], "only the last minibatch's loss counts"
        yield "history.first_batch", lambda b: b.before[0], "that is the loss of the first minibatch"
        yield (
            "history.divisor",
            lambda b: sum(b.before) / b.n,
            "the sum of mean losses was divided by the number of images",
        )
        yield (
            "history.divisor",
            lambda b: b.weighted(b.before) / b.k,
            "a sum over images was divided by the minibatches",
        )
        yield (
            "history.divisor",
            lambda b: b.weighted(b.before) / b.n / b.k,
            "the mean was divided by the minibatches again",
        )
        for i in (0, -1):
            yield (
                "history.divisor",
                lambda b, i=i: b.weighted(b.before) / (b.k * b.turn.sizes[i]),
                "a sum over images was divided by minibatches times the size of one",
            )
        yield "history.sum", lambda b: b.weighted(b.before), "that is a sum over all images, not their mean"
    yield "loss.scaled", lambda b: b.weighted(b.before), "that is the mean loss times the number of images"
    yield (
        "loss.scaled",
        lambda b: b.weighted(b.before) / b.n**2,
        "that is the mean loss divided by the number of images",
    )
    yield "sign.flipped", lambda b: -b.weighted(b.before) / b.n, "the sign is the other way round"
    yield "log.bits", lambda b: b.weighted(b.before) / b.n / float(np.log(2)), "the loss is in bits"
    for reading in READINGS:
        if reading != "own":
            yield (
                "loss.other_function",
                lambda b, reading=reading: b.reading(reading),
                f"that is another loss ({reading})",
            )


def loss_fault(
    function: str, made: dict[str, Any], problems: list[list[Turn]], further: list[list[Turn]]
) -> Finding | None:
    """What is wrong with the numbers that the calls gave, or None; `further` calls are only looked at for a name."""
    turns = [one for turns in problems for one in turns]
    for one in turns:
        trouble = value_trouble(function, made, one.told, NUMBER)
        if trouble is not None:
            return trouble
    first = next((one for one in turns if not one.gave_right), None)
    if first is None:
        return None
    gave, due = shown_apart(np.asarray(first.gave), np.asarray(first.due.loss))
    observed = f"Call {first.number} of {function} gave {gave}, expected {due}"
    results = np.array([one.gave for one in turns], dtype=np.float64)
    right = np.array([one.due.loss for one in turns])
    return (
        _named(observed, turns, results)
        or _kept(observed, further)
        or _general(observed, results, right)
        or Finding("unexplained", f"{observed}.", "Which losses are in that number, at which weights, divided by what?")
    )


def _named(observed: str, turns: list[Turn], results: Array) -> Finding | None:
    books = [Books(one, one.losses(one.before), one.losses(one.after)) for one in turns]
    for name, predict, says in _predictions(max(b.k for b in books)):
        if all(near(np.asarray(x), np.asarray(predict(b))) for x, b in zip(results, books, strict=True)):
            return Finding(name, f"{observed}: {says}.", HINTS[name])
    return None


def _kept(observed: str, problems: list[list[Turn]]) -> Finding | None:
    """Losses of earlier calls in the result, within each problem or over all of them, and perhaps of earlier checks."""
    if any(one.gave is None or not one.moved_right for turns in problems for one in turns):
        return None
    due = [np.array([one.due.loss for one in turns]) for turns in problems]
    gave = [np.array([one.gave for one in turns], dtype=np.float64) for turns in problems]
    if not (
        all(_carried(x, y) for x, y in zip(gave, due, strict=True))
        or _carried(np.concatenate(gave), np.concatenate(due))
    ):
        return None
    return Finding("state.kept", f"{observed}: losses of earlier calls are in it.", HINTS["state.kept"])


def _carried(gave: Array, due: Array) -> bool:
    """Whether results are a sum or a mean that goes on from call to call, or the loss of the call before."""
    if len(gave) < 2 or not np.isfinite(gave).all():
        return False
    sums, counts = due.cumsum(), np.arange(1, len(due) + 1)
    before = gave[0] - sums[0]
    if np.allclose(gave, before + sums, rtol=1e-5, atol=1e-5) or near(gave[1:], due[:-1]):
        return True
    if gave[0] == gave[1]:
        return False
    n = (due[1] - 2 * gave[1] + gave[0]) / (gave[1] - gave[0])  # so many losses were in the mean already
    before = gave[0] * (np.rint(n) + 1) - due[0]
    return n > -0.1 and np.allclose(gave, (before + sums) / (np.rint(n) + counts), rtol=1e-4)


def _general(observed: str, results: Array, right: Array) -> Finding | None:
    if np.isnan(results).any():
        return Finding("returns.nan", f"{observed}.", "Which step first gives nan?")
    if len(results) > 2 and np.ptp(results) == 0:
        return Finding(
            "argument.ignored", f"{observed}: every call gave the same number.", "Where does the result come from?"
        )
    for digits in range(6):
        if bool((np.abs(results - right.round(digits)) < 10.0 ** (-digits - 1) * 1e-2 + 1e-6).all()):
            return Finding(
                "rounded",
                f"{observed}: rounded to {digits} digits.",
                "Who should decide how many digits are shown, and when?",
            )
        if bool((np.abs(results - np.trunc(right * 10**digits) / 10**digits) < 1e-6).all()):
            return Finding(
                "rounded",
                f"{observed}: cut to {digits} digits.",
                "Who should decide how many digits are shown, and when?",
            )
    return None
