"""What a training run has measured: points on its loss and accuracy curves.

Kept apart from the run itself, so that whoever draws a curve needs neither torch nor the digits.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Point(NamedTuple):
    """A measured value, and where it stands on each of the three axes."""

    steps: int
    epochs: float
    seconds: float
    value: float


@dataclass(frozen=True)
class Curve:
    """What a run has measured so far, in nats and in fractions of the test set."""

    lrs: tuple[float, ...]  # each learning rate that made a step, in order
    batch_size: int
    losses: tuple[Point, ...] = ()  # mean loss of a few minibatches in a row
    epoch_losses: tuple[Point, ...] = ()  # what the lecture prints: mean loss over the epoch's minibatches
    accuracies: tuple[Point, ...] = ()

    @property
    def name(self) -> str:
        """The run's learning rates and batch size, such as `lr 0.001 → 0.1, batch 64`."""
        lrs = [f"{lr:g}" for lr in self.lrs]
        shown = lrs if len(lrs) <= 3 else [lrs[0], "…", lrs[-1]]
        return f"lr {' → '.join(shown)}, batch {self.batch_size}"
