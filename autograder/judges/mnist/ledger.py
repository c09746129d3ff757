"""The losses that a history should tell of: those along the way a training really went.

Where the weights came out right, that is the judge's own training. Where they did not, it is the student's
way, recomputed pass by pass at the weights of that moment, in each way of cutting it into epochs that makes sense.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from torch import Tensor

from autograder.judges.mnist.trial import Trial
from autograder.judges.training.events import Pass
from autograder.judges.training.twin import Twin
from autograder.plain import Array


@dataclass(frozen=True)
class Entry:
    """One minibatch of a training: its images, the weights before its update, and `factor` times which loss it was."""

    weights: Tensor
    rows: Sequence[int]
    fed: Tensor | None = None
    reading: str = "own"
    factor: float = 1.0


@dataclass(frozen=True)
class Ledger:
    """The entries of one training, by epoch, and its last weights.

    There were `epochs` epochs in all: more than have entries where the record was full.
    """

    twin: Twin
    entries: list[list[Entry]]
    last: Tensor
    epochs: int

    @cached_property
    def before(self) -> list[Array]:
        """The losses before each update, one array per epoch."""
        return [np.array([self._loss(one, one.weights) for one in epoch]) for epoch in self.entries]

    @cached_property
    def after(self) -> list[Array]:
        """The losses of the same minibatches after their update."""
        flat = [one for epoch in self.entries for one in epoch]
        later = iter([*(one.weights for one in flat[1:]), self.last])
        return [np.array([self._loss(one, next(later)) for one in epoch]) for epoch in self.entries]

    @cached_property
    def closing(self) -> list[Array]:
        """The losses of the same minibatches at the weights at the end of their epoch."""
        ends = [*(epoch[0].weights for epoch in self.entries[1:]), self.last]
        return [
            np.array([self._loss(one, end) for one in epoch]) for epoch, end in zip(self.entries, ends, strict=True)
        ]

    @cached_property
    def sizes(self) -> list[Array]:
        """How many images each minibatch held."""
        return [np.array([float(len(one.rows)) for one in epoch]) for epoch in self.entries]

    @cached_property
    def plain(self) -> list[Array]:
        """The plain cross-entropies before each update, whatever the loss that was passed."""
        return [
            np.array([self.twin.value(one.weights, one.rows, one.fed, "cross-entropy") for one in epoch])
            for epoch in self.entries
        ]

    def with_penalty(self, share: float) -> list[Array]:
        """The losses before each update with `share / 2` times the weights' squares added, as a penalty is."""
        return [
            before + np.array([share / 2 * float(one.weights.square().sum()) for one in epoch])
            for before, epoch in zip(self.before, self.entries, strict=True)
        ]

    def sums(self, values: list[Array]) -> tuple[Array, Array]:
        """The sum of each epoch, `(epochs,)`, and that of the values times the sizes of their minibatches."""
        sums = np.array([v.sum() for v in values])
        weighted = np.array([(v * b[: len(v)]).sum() for v, b in zip(values, self.sizes, strict=True)])
        return sums, weighted

    def means(self, values: list[Array]) -> list[Array]:
        """The accepted means of each epoch: over its minibatches, or weighted by size; by those seen, or by all."""
        sums, weighted = self.sums(values)
        return [
            sums / np.array([len(v) for v in values]),
            weighted / np.array([b.sum() for b in self.sizes]),
            sums / len(self.twin.batches),
            weighted / len(self.twin.labels),
        ]

    @property
    def divisors(self) -> dict[str, float]:
        """By what a sum of losses may have been divided: in words, and the number."""
        problem, n, images = self.twin.problem, len(self.twin.batches), len(self.twin.labels)
        size, epochs = problem["batch_size"], problem["epochs"]
        return {
            "the number of images": images,
            "the batch size": size,
            "the number of epochs": epochs,
            "one less than there are minibatches": n - 1 or np.inf,
            "one more than there are minibatches": n + 1,
            "the number of minibatches times the batch size": n * size,
            "the number of minibatches of all epochs": n * epochs,
            "the size of the last minibatch": len(self.twin.batches[-1]),
            "10": 10,
            "the number of minibatches": n,
            "images / batch size": images / size,
        }

    def _loss(self, one: Entry, weights: Tensor) -> float:
        return one.factor * self.twin.value(weights, one.rows, one.fed, one.reading)


def right_ledger(trial: Trial) -> Ledger:
    """The losses of the right training."""
    twin, epochs = trial.twin, trial.problem["epochs"]
    weights = iter(twin.right.weights)
    entries = [[Entry(next(weights), rows) for rows in twin.batches] for _ in range(epochs)]
    return Ledger(twin, entries, next(weights), epochs)


def own_ledgers(trial: Trial) -> Iterator[Ledger]:
    """The losses along the student's own way; none where it is unknown."""
    story = trial.story
    readings = [arrival.known for arrival in story.arrivals for _ in arrival.passes]
    yield from _ledgers_of(trial, story.trained, readings)
    if story.passes != story.trained:
        yield from _ledgers_of(trial, story.passes, [])


def penalty_sent(trial: Trial) -> float:
    """How many times the weights themselves were in the first gradient that held a penalty; 0 where none did."""
    arrivals = [] if trial.right else trial.story.arrivals
    sent = next((one for one in arrivals if one.note == "penalty" and len(one.passes) == 1), None)
    if sent is None or sent.arrived is None or sent.known is None or sent.passes[0].weights is None:
        return 0.0
    one, weights = sent.passes[0], sent.passes[0].weights
    rest = sent.arrived - sent.known[1] * trial.twin.gradient(weights, one.rows, one.fed)
    return float(rest @ weights / weights.square().sum())


def _ledgers_of(trial: Trial, passes: list[Pass], readings: list[tuple[str, float] | None]) -> Iterator[Ledger]:
    """The same for some passes: with the loss that each was read with, where it is known, and with the passed one."""
    if not passes or any(-1 in one.rows or not one.rows for one in passes):
        return
    for follow in {len(readings) == len(passes), False}:
        entries: list[Entry] = []
        for i, one in enumerate(passes):
            if one.weights is not None:
                reading, factor = (readings[i] if follow else None) or ("own", 1.0)
                entries.append(Entry(one.weights, one.rows, one.fed, reading, factor))
        for whole in _cuts([one.rows for one in passes], trial.problem["epochs"]):
            ends = [int(end) for end in np.cumsum(whole) if end <= len(entries)]
            if ends:
                parts = [entries[start:end] for start, end in zip([0, *ends], ends, strict=False)]
                last = entries[ends[-1]].weights if ends[-1] < len(entries) else trial.weights
                yield Ledger(trial.twin, parts, last, len(whole))


def _cuts(order: list[tuple[int, ...]], epochs: int) -> list[list[int]]:
    """How many passes each epoch has: a new one where the minibatches begin anew, or all epochs of one length."""
    even = [[len(order) // epochs] * epochs] if len(order) % epochs == 0 else []
    if len(set(order)) == 1:
        return even or [[1] * len(order)]
    anew: list[int] = []
    for i, rows in enumerate(order):
        if i == 0 or rows[0] < order[i - 1][0]:
            anew.append(0)
        anew[-1] += 1
    return [anew, *even]
