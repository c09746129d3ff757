"""The calls of `train_step` and `accumulated_step` on one problem, beside what each of them should have done.

Right is decided by outcome alone: the weights after each call, and the number it gave. Measured on the bank: right
solutions end within 2e-6 of the reference, relative to how far a call moves the weights, the nearest wrong one (a
slight penalty on the weights) 2e-3 away; so `NEAR` is not delicate. The record of what happened on the way only
names a mistake, and the judge recomputes every gradient that it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor

from autograder.judges.numbers.faults import near
from autograder.judges.numbers.outcomes import numbers
from autograder.judges.numbers.words import times
from autograder.judges.training.events import Story, Update
from autograder.judges.training.story import tell
from autograder.judges.training.twin import Twin
from autograder.problem import PIXELS, Loss, Network, Problem, weights_of

NEAR = 5e-5
NUMBER = np.zeros(())


@dataclass(frozen=True)
class Due:
    """What one call should do: the weights before and after it, and the loss it should give."""

    before: Tensor
    after: Tensor
    loss: float


@dataclass(frozen=True)
class Turn:
    """One call: what it was given, what it should have done, what it did, and its own part of the record."""

    problem: Problem
    number: int  # from 1
    batches: list[list[int]]
    due: Due
    before: Tensor
    after: Tensor
    told: dict[str, Any]
    record: dict[str, Any]

    @property
    def moved_right(self) -> bool:
        """Whether the weights are those of one right update after another."""
        off = float((self.after - self.due.after).norm())
        return off <= NEAR * float((self.due.after - self.due.before).norm())

    @property
    def gave(self) -> float | None:
        """The number that came back; None where none did."""
        value = self.told.get("value", {})
        if value.get("kind") not in ("number", "array"):
            return None
        array = numbers(self.told, NUMBER)
        return float(array) if array.ndim == 0 else None

    @property
    def gave_right(self) -> bool:
        """Whether the number is the loss that the task asks for."""
        return self.gave is not None and near(np.asarray(self.gave), np.asarray(self.due.loss))

    @property
    def right(self) -> bool:
        """Whether the call did what it should."""
        return self.moved_right and self.gave_right and self.told["modified"] is False

    @property
    def sizes(self) -> list[int]:
        """How many images each minibatch holds."""
        return [len(rows) for rows in self.batches]

    @cached_property
    def twin(self) -> Twin:
        """The judge's model, with the weights from before the call."""
        twin = Twin(self.problem | {"weights": self.before.numpy()})
        twin.batches = [tuple(rows) for rows in self.batches]
        return twin

    @cached_property
    def story(self) -> Story:
        """What the record says of this call, checked."""
        return tell(self.twin, self.record | {"weights": self.after.numpy()})

    @property
    def steps(self) -> list[Update]:
        """The updates that the passed optimizer made."""
        return [one for one in self.story.updates if one.by == "optimizer"]

    @property
    def arrived(self) -> str:
        """`a gradient arrived once`, `gradients arrived 3 times`."""
        n = len(self.story.arrivals)
        return f"a gradient arrived {times(n)}" if n == 1 else f"gradients arrived {times(n)}"

    @cached_property
    def gradients(self) -> list[Tensor]:
        """The gradient of each minibatch at the weights from before the call."""
        return [self.twin.gradient(self.before, rows) for rows in self.batches]

    def losses(self, weights: Tensor) -> list[float]:
        """The loss of each minibatch at some weights."""
        return [self.twin.value(weights, rows) for rows in self.batches]


def turns_of(problem: Problem, told: dict[str, Any]) -> list[Turn]:
    """The calls that were made; fewer than asked for only where the last one came to no end of its own."""
    made = cast("list[dict[str, Any]]", told["turns"])
    asked = cast("list[list[list[int]]]", problem["turns"])
    if not 1 <= len(made) <= len(asked) or (len(made) < len(asked) and made[-1]["outcome"] == "value"):
        raise ValueError("the evidence has another number of calls than the challenge")
    if any(one["outcome"] != "value" for one in made[:-1]):
        raise ValueError("a call was made after one that came to no end of its own")
    if made[0]["outcome"] == "undefined" and "weights" not in made[0]:
        return []
    turns: list[Turn] = []
    before = torch.tensor(problem["weights"])
    records = _cut(told)
    for number, (batches, due, one) in enumerate(zip(asked, _due(problem), made, strict=False)):
        after = torch.tensor(np.asarray(one["weights"], dtype=np.float32))
        if after.shape != before.shape:
            raise ValueError("the weights have another shape than the model's")
        record = told | {"events": records[number] if number < len(records) else []}
        turns.append(Turn(problem, number + 1, batches, due, before, after, one, record))
        before = after
    return turns


def _cut(told: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The events of each call."""
    parts: list[list[dict[str, Any]]] = [[]]
    for event in told["events"]:
        if event["what"] == "call":
            parts.append([])
        else:
            parts[-1].append(event)
    return parts


def _due(problem: Problem) -> Iterator[Due]:
    """One update after another as PyTorch makes it: the images of a call as one big minibatch."""
    with torch.enable_grad():
        model, loss_fn = Network(problem).train(), Loss(problem)
        images, labels = torch.tensor(problem["images"]).reshape(-1, PIXELS), torch.tensor(problem["labels"])
        optimizer = torch.optim.SGD(
            model.parameters(), lr=problem["lr"], momentum=problem["momentum"], weight_decay=problem["weight_decay"]
        )
        for turn in problem["turns"]:
            rows = [row for batch in turn for row in batch]
            before = weights_of(model)
            optimizer.zero_grad()
            loss = loss_fn(model(images[rows]), labels[rows])
            loss.backward()
            optimizer.step()
            yield Due(before, weights_of(model), loss.item())
