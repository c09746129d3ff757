"""Loops that differ only in zero_grad, trained side by side on the same minibatches of MNIST.

The model is the lecture's, the data are the first 12 000 images, in minibatches of 64 for two epochs. All loops
start from the same weights and see the same images in the same order, so whatever differs between their curves
comes from the loop alone. A `Race` makes one update of each at a time, so that somebody may watch.
"""

from statistics import fmean

import torch
from torch import Tensor, nn, optim

from playground.accident_picture import STEPS, WAYS, Trace
from playground.mnist import digits
from playground.models import BaseClassifier

IMAGES = 12_000
BATCH_SIZE = 64
EPOCHS = 2
AVERAGED = 4  # minibatches whose mean loss is one point of the curve
TESTED_AT = {0, 24, 48, 94, 188, 282, STEPS}


class Race:
    """The loops of `WAYS` at one learning rate; `step` makes one update of each."""

    def __init__(self, lr: float, seed: int = 0) -> None:
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            start = BaseClassifier(784, 256, 10).state_dict()
            self._batches = [batch for _ in range(EPOCHS) for batch in torch.randperm(IMAGES).split(BATCH_SIZE)]
            self._loops = [_Loop(way, lr, start) for way in WAYS]
        self.steps = 0

    @property
    def done(self) -> bool:
        """Whether both epochs are over."""
        return self.steps == len(self._batches)

    def step(self) -> None:
        """Makes one update in each loop, from the same minibatch, and tests where a test is due."""
        images, labels = digits()
        batch = self._batches[self.steps]
        data, target = images[batch].flatten(start_dim=1), labels[batch]
        self.steps += 1
        for loop in self._loops:
            loop.step(data, target)
            if self.steps in TESTED_AT:
                loop.test(self.steps)

    def traces(self) -> tuple[Trace, ...]:
        """What was measured so far, one trace for each loop, in the order of `WAYS`."""
        return tuple(loop.trace() for loop in self._loops)


class _Loop:
    """One loop: its own classifier, its own optimizer, and its own way with zero_grad."""

    def __init__(self, way: str, lr: float, start: dict[str, Tensor]) -> None:
        self._way = way
        self._classifier = BaseClassifier(784, 256, 10)
        self._classifier.load_state_dict(start)
        momentum = 1.0 if way == "momentum 1" else 0.0
        self._optimizer = optim.SGD(self._classifier.parameters(), lr=lr, momentum=momentum)
        self._loss_fn = nn.CrossEntropyLoss()
        self._lately: list[float] = []
        self._losses: list[tuple[int, float]] = []
        self._accuracies: list[tuple[int, float]] = []
        self._steps = 0
        self.test(0)

    def step(self, data: Tensor, target: Tensor) -> None:
        loss = self._loss_fn(self._classifier(data), target)
        loss.backward()
        if self._way == "before step":
            self._optimizer.zero_grad(set_to_none=False)
        self._optimizer.step()
        if self._way in {"after step", "momentum 1"}:
            self._optimizer.zero_grad()
        self._steps += 1
        self._lately.append(loss.item())
        if len(self._lately) == AVERAGED:
            self._losses.append((self._steps, fmean(self._lately)))
            self._lately = []

    def test(self, steps: int) -> None:
        images, labels = digits(train=False)
        with torch.no_grad():
            right = self._classifier(images.flatten(start_dim=1)).argmax(dim=1) == labels
        self._accuracies.append((steps, right.double().mean().item()))

    def trace(self) -> Trace:
        return Trace(self._way, tuple(self._losses), tuple(self._accuracies))
