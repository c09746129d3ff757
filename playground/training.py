"""One training run of the lecture's model on MNIST, taken step by step.

A `Run` is the lecture's loop turned inside out: instead of running to the end it makes one minibatch
at a time, so that somebody may watch, pause, and change the learning rate on the way. It knows nothing
about pictures or widgets. What it hands out is a `Curve`: what has been measured so far, frozen.
"""

from collections.abc import Iterator
from math import nan
from time import perf_counter

import torch
from torch import Tensor, nn, optim

from playground.curve import Curve, Point
from playground.mnist import digits, loader
from playground.models import BaseClassifier

FIRST_STEPS = 20  # each of these is a point of its own, so that single steps can be watched
POINTS_PER_EPOCH = 50
ALL_IMAGES = 60_000
EARLY_TESTS = (0.125, 0.25, 0.5)  # epochs; in the first one accuracy climbs too fast for one test at its end


class Run:
    """Training of a fresh 784-256-10 classifier with SGD; `step` makes one update.

    `lr` may be set at any moment and acts in the next step; `batch_size` acts in the next epoch. The training set
    is MNIST's first `examples` images. Runs with the same seed see the same numbers, whatever else the kernel
    draws, and disturb nobody else's randomness.
    """

    def __init__(self, lr: float = 1e-3, batch_size: int = 64, seed: int = 0, examples: int = ALL_IMAGES) -> None:
        self.lr = lr
        self.batch_size = batch_size
        self.examples = examples
        self.steps = 0
        self.images = 0
        self.seconds = 0.0  # spent in `step`, so without pauses, drawing and tests
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            self.classifier = BaseClassifier(784, 256, 10)
            self._randomness = torch.get_rng_state()
        self._optimizer = optim.SGD(self.classifier.parameters(), lr=lr)
        self._loss_fn = nn.CrossEntropyLoss()
        self._lrs: list[float] = []
        self._losses: list[Point] = []
        self._epoch_losses: list[Point] = []
        self._accuracies: list[Point] = []
        self._lately: list[float] = []  # losses that are not yet a point
        self._this_epoch: list[float] = []
        self._batch_size_now = batch_size
        self._minibatches: Iterator[tuple[Tensor, ...]] = iter(())
        self._upcoming: tuple[Tensor, ...] | None = None

    @property
    def epochs(self) -> float:
        """How many times the training set has been seen; a whole number at the end of an epoch."""
        return self.images / self.examples

    def step(self) -> float:
        """The loss of the next minibatch, in nats, taken before the update that this makes."""
        started = perf_counter()
        if self._upcoming is None:
            self._start_epoch()
        assert self._upcoming is not None
        data, target = self._upcoming
        self._optimizer.param_groups[0]["lr"] = self.lr
        loss = self._loss_fn(self.classifier(data.flatten(start_dim=1)), target)
        loss.backward()
        self._optimizer.step()
        self._optimizer.zero_grad()
        self._upcoming = next(self._minibatches, None)
        self.seconds += perf_counter() - started
        self._note(loss.item(), len(target))
        return self._this_epoch[-1]

    def test(self) -> float:
        """The fraction of the 10 000 test images that the model gets right now; kept in the curve."""
        images, labels = digits(train=False)
        with torch.no_grad():
            right = (self.classifier(images.flatten(start_dim=1)).argmax(dim=1) == labels).sum().item()
        accuracy = right / len(labels)
        if not self._accuracies or self._accuracies[-1].steps < self.steps:
            self._accuracies.append(self._point(accuracy))
        return accuracy

    def test_is_due(self) -> bool:
        """Whether the last step passed one of the places where accuracy is measured."""
        before = self._accuracies[-1].epochs if self._accuracies else 0.0
        early = any(before < place <= self.epochs for place in EARLY_TESTS)
        return early or int(self.epochs) > int(before) or not self._accuracies

    def curve(self) -> Curve:
        """All that was measured so far; it does not change when the run goes on."""
        losses = [*self._losses, self._point(_mean(self._lately))] if self._lately else self._losses
        return Curve(
            tuple(self._lrs) or (self.lr,),
            self._batch_size_now if self.steps else self.batch_size,
            tuple(losses),
            tuple(self._epoch_losses),
            tuple(self._accuracies),
        )

    def _start_epoch(self) -> None:
        self.classifier.train()
        self._batch_size_now = self.batch_size
        self._this_epoch = []
        with torch.random.fork_rng(devices=[]):
            torch.set_rng_state(self._randomness)
            self._minibatches = iter(loader(self.batch_size) if self.examples == ALL_IMAGES else self._some())
            self._upcoming = next(self._minibatches)  # only now has the loader drawn its order
            self._randomness = torch.get_rng_state()

    def _some(self) -> Iterator[tuple[Tensor, Tensor]]:
        """Minibatches of the first `examples` images, in a new order; the loader's are always of all."""
        images, labels = digits()
        for batch in torch.randperm(self.examples).split(self.batch_size):
            yield images[batch], labels[batch]

    def _note(self, loss: float, images: int) -> None:
        self.steps += 1
        self.images += images
        self._this_epoch.append(loss)
        self._lately.append(loss)
        if not self._lrs or self._lrs[-1] != self.lr:
            self._lrs.append(self.lr)
        enough = len(self._lately) * self._batch_size_now >= self.examples / POINTS_PER_EPOCH
        if enough or self.steps <= FIRST_STEPS:
            self._losses.append(self._point(_mean(self._lately)))
            self._lately = []
        if self._upcoming is None:
            self._epoch_losses.append(self._point(_mean(self._this_epoch)))

    def _point(self, value: float) -> Point:
        return Point(self.steps, self.epochs, self.seconds, value)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else nan
