"""The story of a training, told from its record and checked against the judge's own numbers.

A record (see `autograder.probes.recording`) comes from the student's process and may say anything. A story
keeps of it what the judge can recompute: each pass of a minibatch through the model with the weights it had;
each gradient that arrived, as a multiple of one the judge computes itself; each update, with the gradients
it used as a sum of gradients that arrived. A forged record would have to hold gradients, which is the exercise.
One that holds more than is ever recorded is not read: ValueError.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal, cast

import numpy as np
import torch
from torch import Tensor

from autograder.judges.training.events import Arrival, Pass, Story, Update
from autograder.judges.training.twin import CALL, READINGS, Twin
from autograder.plain import Array

CLOSE = 2e-3  # relative; float32 gradients agree to 1e-5
MAX_EVENTS = 10_000
MAX_PASSES = 1200
MAX_VECTORS = 200
MAX_UNKNOWN = 3  # arrivals that no loss explains; after them only the likeliest is tried


def tell(twin: Twin, told: dict[str, Any]) -> Story:
    """The story of one call's evidence."""
    return _Teller(twin, told).story


class _Teller:
    """Reads a record event by event."""

    def __init__(self, twin: Twin, told: dict[str, Any]) -> None:
        vectors = cast("Array", told["vectors"])[:MAX_VECTORS]
        self._vectors = [torch.tensor(np.asarray(row, dtype=np.float32)) for row in vectors]
        self._inputs = [torch.tensor(np.asarray(one, dtype=np.float32)) for one in told["inputs"][:MAX_VECTORS]]
        self._pending: list[Pass] = []
        self._last_trained: tuple[Pass, ...] = ()
        self._fetched: tuple[int, ...] = ()  # the rows that the loader gave last
        self._put_into_train = False
        self._weights: Tensor | None = twin.start
        self._grads: Tensor | None = torch.zeros_like(twin.start)
        if any(one.shape != twin.start.shape for one in self._vectors):
            raise ValueError("a vector has another length than the model's parameters")
        if any(one.numel() > twin.images.numel() for one in self._inputs):
            raise ValueError("an input has more images than the problem")
        self.twin, self.story = twin, Story(twin)
        for event in told["events"][:MAX_EVENTS]:
            getattr(self, f"_{event['what']}", self._ignore)(event)
        self._moved_to(torch.tensor(np.asarray(told["weights"], dtype=np.float32)))

    def _ignore(self, event: dict[str, Any]) -> None:
        """An event that matters to nobody."""

    def _fetch(self, event: dict[str, Any]) -> None:
        self.story.fetched += 1
        self._fetched = tuple(int(row) for row in event["rows"] if 0 <= row < len(self.twin.labels))

    def _mode(self, event: dict[str, Any]) -> None:
        self._put_into_train |= event["train"] is True

    def _loss(self, event: dict[str, Any]) -> None:
        self.story.losses_asked += 1

    def _zero(self, event: dict[str, Any]) -> None:
        self._moved_to(self._vector(event["weights"]))
        on = str(event["on"])
        self.story.zeroed.append(on)
        self.story.letters += "Z" if on in ("optimizer", "classifier") else "z"
        self._grads = torch.zeros_like(self.twin.start) if on in ("optimizer", "classifier") else self._grads

    def _forward(self, event: dict[str, Any]) -> None:
        if event["own"] is not True:
            self.story.copies += 1
            return
        weights = self._vector(event["weights"])
        self._moved_to(weights)
        rows = tuple(int(row) for row in event["rows"] if -1 <= row < len(self.twin.labels))
        number = int(event["input"])
        fed = self._inputs[number] if 0 <= number < len(self._inputs) else None
        shape = tuple(int(n) for n in event["shape"])
        train, grad = event["train"] is True, event["grad"] is True
        one = Pass(rows, weights, train, grad, shape, fed, not train and event.get("partly") is True)
        self.story.taken_out |= self._put_into_train and not train
        if -1 in rows or fed is not None:
            one = self._altered(one)
        if len(self.story.in_order) == MAX_PASSES:
            raise ValueError("the model was called more often than is recorded")
        (self.story.passes if one.grad else self.story.quiet).append(one)
        self.story.in_order.append(one)
        if one.grad:
            self._pending.append(one)
            self.story.letters += "F"

    def _altered(self, one: Pass) -> Pass:
        """A pass on altered pixels: its rows where they are still those of one minibatch, shuffled or rescaled.

        Where they are not, but as many as the loader gave last, they are taken for those; what arrives will show it.
        """
        if one.fed is None or one.fed.shape[1:] != self.twin.images.shape[1:]:
            return one
        self.twin.spend(CALL * len(self.twin.batches))
        fed = one.fed.reshape(-1).sort().values
        for rows in self.twin.batches:
            own = self.twin.images[list(rows)].reshape(-1).sort().values
            if fed.shape == own.shape and _is_line(own, fed):
                return replace(one, rows=rows)
        return replace(one, rows=self._fetched) if len(one.fed) == len(self._fetched) == one.shape[0] else one

    def _backward(self, event: dict[str, Any]) -> None:
        arrived, grads = self._vector(event["arrived"]), self._vector(event["grads"])
        pending, self._pending = self._pending, []
        arrival = self._explain(arrived, grads, pending)
        self._last_trained = arrival.passes or self._last_trained
        self.story.arrivals.append(arrival)
        self.story.letters += "B"
        self._grads = grads

    def _step(self, event: dict[str, Any]) -> None:
        own = event["own"] is True
        before, after = self._vector(event["weights"]), self._vector(event["after"])
        self._moved_to(before)
        self._unseen(self._vector(event["grads"]))
        self.story.letters += "S" if own else "O"
        skipped = frozenset(int(i) for i in event["skipped"])
        self._update("optimizer" if own else "other", before, after, self._vector(event["grads"]), skipped)
        self._weights = after

    def _unseen(self, grads: Tensor | None) -> None:
        """Takes note of gradients that a step finds though none arrived: put there by hand, from another graph."""
        earlier = self.story.updates[-1] if self.story.updates else None
        if grads is None or not self._pending or len(self.story.arrivals) > (earlier.arrivals if earlier else 0):
            return
        left = [] if earlier is None or earlier.grads is None else [grads - earlier.grads]
        for arrived in (grads, *left):
            arrival = self._explain(arrived, grads, self._pending)
            if arrival.known is not None and float(arrived.norm()):
                self._pending = []
                self.story.arrivals.append(arrival)
                self.story.letters += "B"
                return

    def _moved_to(self, weights: Tensor | None) -> None:
        """Takes note where the weights are no longer what they were after the last event."""
        if weights is not None and self._weights is not None and not torch.equal(weights, self._weights):
            if not self.story.letters.strip("Zz"):
                self.story.moved_first = True
            self.story.letters += "H"
            self._update("hand", self._weights, weights, self._grads, frozenset())
        self._weights = weights

    def _update(
        self,
        by: Literal["optimizer", "other", "hand"],
        before: Tensor | None,
        after: Tensor | None,
        grads: Tensor | None,
        skipped: frozenset[int],
    ) -> None:
        counts = len(self.story.arrivals), len(self.story.passes)
        self.story.updates.append(Update(by, before, after, grads, skipped, *counts))

    def _vector(self, number: Any) -> Tensor | None:
        return self._vectors[number] if type(number) is int and 0 <= number < len(self._vectors) else None

    def _explain(self, arrived: Tensor | None, grads: Tensor | None, pending: list[Pass]) -> Arrival:
        """The arrival, with the passes and the loss that account for it where any do."""
        usable = [one for one in pending if -1 not in one.rows and one.rows and one.weights is not None][-40:]
        groups: list[tuple[Pass, ...]] = [(one,) for one in reversed(usable)]
        if len(usable) > 1:
            groups.append(tuple(usable))
        if not usable and self._last_trained:
            groups.append(self._last_trained)
        guess = tuple(pending[-1:]) or self._last_trained
        if arrived is None:
            return Arrival(None, grads, guess, None)
        lost = sum(one.known is None for one in self.story.arrivals) >= MAX_UNKNOWN
        for reading in list(READINGS)[: 1 if lost else None]:
            for group in groups[: 1 if lost else None]:
                known = self._fits(arrived, group, reading)
                if known is not None:
                    return Arrival(arrived, grads, group, (reading, known[0]), known[1])
        return Arrival(arrived, grads, guess, None)

    def _fits(self, arrived: Tensor, group: Sequence[Pass], reading: str) -> tuple[float, str] | None:
        """The factor by which the group's gradient gives `arrived`, and what else is in it; None where it does not."""
        own = torch.zeros_like(arrived)
        for one in group:
            assert one.weights is not None
            own = own + self.twin.gradient(one.weights, one.rows, one.fed, reading)
        factor = multiple(arrived, own)
        if factor is not None:
            return factor, ""
        if reading != "own":
            return None
        part = [i for i, (x, y) in enumerate(_parts(self, arrived, own)) if float(x.norm()) == 0 < float(y.norm())]
        if part:
            kept = torch.cat([y * (i not in part) for i, (_, y) in enumerate(_parts(self, arrived, own))])
            factor = multiple(arrived, kept)
            if factor is not None:
                return factor, "partial"
        weights = group[-1].weights
        assert weights is not None
        columns = torch.stack([own, weights, weights.sign()], dim=1).double()
        solved = torch.linalg.lstsq(columns, arrived.double()).solution
        rest = arrived.double() - columns @ solved
        return (float(solved[0]), "penalty") if float(rest.norm()) < CLOSE * float(arrived.norm()) else None


def multiple(x: Tensor, y: Tensor) -> float | None:
    """The factor c with x = c y; 1 where both are as good as 0; None where there is none."""
    large, small = float(x.norm()), float(y.norm())
    if not np.isfinite(large) or not np.isfinite(small):
        return None
    if small < 1e-7:
        return 1.0 if large < 1e-6 else None
    factor = float(torch.dot(x.double(), y.double())) / small**2
    return factor if float((x - factor * y).norm()) <= CLOSE * abs(factor) * small + 1e-7 and factor else None


def same(x: Tensor, y: Tensor, scale: float = 0.0) -> bool:
    """Whether two gradients are the same, within float32 arithmetic at a size of `scale`."""
    return float((x - y).norm()) <= CLOSE * float(y.norm()) + 1e-6 * scale + 1e-9


def _is_line(x: Tensor, y: Tensor) -> bool:
    """Whether sorted values y are a x + b, with a > 0."""
    a = float(y.std() / x.std())
    b = float(y.mean() - a * x.mean())
    return a > 0 and float((y - (a * x + b)).abs().max()) < 1e-3 * float(y.std())


def _parts(teller: _Teller, *vectors: Tensor) -> list[tuple[Tensor, ...]]:
    return list(zip(*(vector.split(teller.twin.sizes) for vector in vectors), strict=True))
