"""The judge's own copy of a training problem: its losses, its gradients, and the right training.

The right training is PyTorch's own: SGD, backward, nothing by hand. Every other number of a judge (a
minibatch's gradient at the weights a student had then) comes from here too, so that nothing a student's
process says about losses or gradients needs to be believed. What is computed along a record is counted, because a
forged one could ask for hours of it.

    ValueError
        TooMuch    the record asks for more than any training of the task's size does
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor
from torch.nn import functional as F

from autograder.problem import CLASSES, PIXELS, Loss, Network, Problem, cuts, put_weights, weights_of

MAX_EFFORT = 600_000  # in images through the model; the dearest record in the bank of submissions comes to 215 000
CALL = 50  # images that cost as much as one call does by itself

Reading = Callable[[Loss, Tensor, Tensor], Tensor]


def _one_hot(target: Tensor) -> Tensor:
    return F.one_hot(target, CLASSES).to(torch.float32)


READINGS: dict[str, Reading] = {
    "own": lambda loss, out, t: loss(out, t),
    "softmax, own": lambda loss, out, t: loss(out.softmax(1), t),
    "softmax, cross-entropy": lambda loss, out, t: F.cross_entropy(out.softmax(1), t),
    "cross-entropy": lambda loss, out, t: F.cross_entropy(out, t),
    "nll": lambda loss, out, t: F.nll_loss(out, t),
    "softmax, nll": lambda loss, out, t: F.nll_loss(out.softmax(1), t),
    "mean squared error": lambda loss, out, t: F.mse_loss(out, _one_hot(t)),
    "softmax, mean squared error": lambda loss, out, t: F.mse_loss(out.softmax(1), _one_hot(t)),
    "sigmoid, own": lambda loss, out, t: loss(out.sigmoid(), t),
    "relu, own": lambda loss, out, t: loss(out.relu(), t),
}
"""What may be done with logits and classes, the right thing first."""


class TooMuch(ValueError):
    """A record whose telling costs more than that of any training of the task's size."""


@dataclass(frozen=True)
class Course:
    """One training: the weights before the first update and after each, the losses before each."""

    weights: list[Tensor]
    losses: list[float]
    averages: dict[str, Tensor]


class Twin:
    """The judge's model, loss and images of one problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.loss = Loss(problem)
        self.images = torch.tensor(problem["images"]).reshape(-1, PIXELS)
        self.labels = torch.tensor(problem["labels"])
        self.batches = [tuple(rows) for rows in cuts(problem)]
        self.start = torch.tensor(problem["weights"])
        self._model = Network(problem)
        self._effort = 0

    def spend(self, effort: int) -> None:
        """Counts work that a record asks for. Raises TooMuch."""
        self._effort += effort
        if self._effort > MAX_EFFORT:
            raise TooMuch("the record is too long")

    @cached_property
    def right(self) -> Course:
        """The training that the task asks for."""
        with torch.enable_grad():
            return self._train()

    @property
    def sizes(self) -> list[int]:
        """How many numbers each parameter has, in the order of the flat vector."""
        return [p.numel() for p in self._model.parameters()]

    def gradient(self, weights: Tensor, rows: Sequence[int], fed: Tensor | None = None, reading: str = "own") -> Tensor:
        """The gradient of the loss of the images `rows` at `weights`, flat; `fed` replaces the images' pixels."""
        self.spend(CALL + len(rows if fed is None else fed))
        put_weights(self._model, weights)
        x = self.images[list(rows)] if fed is None else fed
        with torch.enable_grad():
            value = READINGS[reading](self.loss, self._model.train()(x), self.labels[list(rows)])
            parts = torch.autograd.grad(value, list(self._model.parameters()))
        return torch.cat([part.reshape(-1) for part in parts])

    def value(self, weights: Tensor, rows: Sequence[int], fed: Tensor | None = None, reading: str = "own") -> float:
        """The loss alone."""
        self.spend(CALL + len(rows if fed is None else fed))
        put_weights(self._model, weights)
        x = self.images[list(rows)] if fed is None else fed
        with torch.no_grad():
            return READINGS[reading](self.loss, self._model.train()(x), self.labels[list(rows)]).item()

    def averages_after(self, batches: Sequence[tuple[Sequence[int], Tensor | None]]) -> dict[str, Tensor]:
        """BatchNorm's averages after these images, or what was fed for them, in train mode."""
        model = Network(self.problem).train()
        with torch.no_grad():
            for rows, fed in batches:
                self.spend(CALL + len(rows if fed is None else fed))
                model(self.images[list(rows)] if fed is None else fed)
        return _averages(model)

    def _train(self) -> Course:
        problem, model = self.problem, Network(self.problem).train()
        optimizer = torch.optim.SGD(
            model.parameters(), lr=problem["lr"], momentum=problem["momentum"], weight_decay=problem["weight_decay"]
        )
        weights, losses = [weights_of(model)], list[float]()
        for _ in range(problem["epochs"]):
            for rows in self.batches:
                optimizer.zero_grad()
                loss = self.loss(model(self.images[list(rows)]), self.labels[list(rows)])
                loss.backward()
                optimizer.step()
                weights.append(weights_of(model))
                losses.append(loss.item())
        return Course(weights, losses, _averages(model))


def _averages(model: Network) -> dict[str, Tensor]:
    return {name: buffer.detach().to(torch.float32) for name, buffer in model.norm.named_buffers()}
