"""What happened in a training, as a judge keeps it: passes, gradients that arrived, updates, and the story of all."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from torch import Tensor

from autograder.judges.training.twin import Twin


@dataclass(frozen=True)
class Pass:
    """One call of the model: the images it was fed, and the weights it had. `fed` holds altered pixels.

    In `train` mode was all of the model, or a part where it is `partly`.
    """

    rows: tuple[int, ...]
    weights: Tensor | None
    train: bool
    grad: bool
    shape: tuple[int, ...]
    fed: Tensor | None = None
    partly: bool = False


@dataclass(frozen=True)
class Arrival:
    """Gradients that arrived at the parameters: `factor` times the gradient of `reading` over `passes`, or unknown.

    `known` is None where no gradient of the judge's explains it. `beyond` names what was added to it.
    """

    arrived: Tensor | None
    grads: Tensor | None
    passes: tuple[Pass, ...]
    known: tuple[str, float] | None
    note: str = ""


@dataclass(frozen=True)
class Update:
    """One change of the weights: by the optimizer that was passed, by another, or by hand."""

    by: Literal["optimizer", "other", "hand"]
    before: Tensor | None
    after: Tensor | None
    grads: Tensor | None
    skipped: frozenset[int]
    arrivals: int  # how many had come before it
    passes: int  # how many passes with grad had come before it


@dataclass
class Story:
    """What happened in one call of `train`, in order.

    `letters` has one letter per event: F a pass with grad, B an arrival, S a step of the passed optimizer,
    O of another, H weights moved by hand, Z a zero_grad of what holds the gradients, z of something else.
    """

    twin: Twin
    passes: list[Pass] = field(default_factory=list[Pass])
    quiet: list[Pass] = field(default_factory=list[Pass])  # without grad
    in_order: list[Pass] = field(default_factory=list[Pass])  # both
    arrivals: list[Arrival] = field(default_factory=list[Arrival])
    updates: list[Update] = field(default_factory=list[Update])
    zeroed: list[str] = field(default_factory=list[str])
    letters: str = ""
    fetched: int = 0
    copies: int = 0
    losses_asked: int = 0
    moved_first: bool = False  # the weights were changed before the first pass
    taken_out: bool = False  # a pass was not wholly in train mode, though train() had been called before

    @cached_property
    def trained(self) -> list[Pass]:
        """The passes whose gradients arrived, in order; all passes where none did."""
        return [one for arrival in self.arrivals for one in arrival.passes] or self.passes or self.quiet

    @property
    def calls(self) -> list[Pass]:
        """All calls of the model."""
        return self.in_order
