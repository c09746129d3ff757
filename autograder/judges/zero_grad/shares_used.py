"""Which gradients an update used: how much of each minibatch's own, and how much of those from earlier calls.

What lay in `.grad` when the optimizer stepped is written as a sum of gradients that the judge computes itself. With
hundreds of weights and a handful of gradients there is one such sum or none.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from autograder.judges.training.story import CLOSE
from autograder.judges.training.twin import READINGS
from autograder.judges.zero_grad.turns import Turn


@dataclass(frozen=True)
class Shares:
    """The update of one call as a sum: `own[i]` times the gradient of minibatch i, `old` of what was there before."""

    own: list[float]
    old: list[float]
    reading: str = "own"
    penalty: bool = False

    @property
    def nothing(self) -> bool:
        """Whether no gradient was used at all."""
        return not any(self.own) and not any(self.old)

    @property
    def uses_old(self) -> bool:
        """Whether gradients from before the call are in the sum."""
        return any(self.old)


def shares_of(turn: Turn, turns: list[Turn]) -> Shares | None:
    """The sum that the first step of a call used, or None where it made no step or used something else."""
    used = turn.steps[0].grads if turn.steps else None
    if used is None:
        return None
    old = earlier(turn, turns)
    plain = solve(used, turn.gradients, old)
    if plain is not None:
        return Shares(*plain)
    for reading in READINGS:
        if reading != "own":
            own = [turn.twin.gradient(turn.before, rows, reading=reading) for rows in turn.batches]
            solved = solve(used, own, old)
            if solved is not None:
                return Shares(*solved, reading=reading)
    solved = solve(used, [*turn.gradients, turn.before], old)
    return None if solved is None else Shares(solved[0][:-1], solved[1], penalty=True)


def earlier(turn: Turn, turns: list[Turn]) -> list[Tensor]:
    """The gradients that earlier calls, or whoever came before the first, may have left in `.grad`."""
    left = turn.problem["old"]
    before = [] if left is None else [torch.tensor(left)]
    return before + [one for other in turns[: turn.number - 1] for one in other.gradients]


def due_shares(turn: Turn) -> list[float]:
    """The share of each minibatch in the mean over all images."""
    return [n / sum(turn.sizes) for n in turn.sizes]


def alike(x: list[float], y: list[float]) -> bool:
    """Whether two lists of shares are the same."""
    return all(abs(a - b) <= 5 * CLOSE * max(map(abs, y)) for a, b in zip(x, y, strict=True))


def factor_between(x: list[float], y: list[float]) -> float | None:
    """The c with x = c y, or None."""
    c = sum(x) / sum(y)
    return c if c and alike(x, [c * b for b in y]) else None


def solve(used: Tensor, own: list[Tensor], old: list[Tensor]) -> tuple[list[float], list[float]] | None:
    """The shares in `used`, those below what float32 can tell as 0; None where `used` is no such sum."""
    if not bool(torch.isfinite(used).all()):
        return None
    columns = [one.double() for one in own + old]
    sizes = torch.stack([one.norm() for one in columns]).clamp_min(1e-12)
    matrix = torch.stack([one / size for one, size in zip(columns, sizes, strict=True)], dim=1)
    target = used.double()
    if float(target.norm()) <= 1e-6 * float(sizes.max()):
        return [0.0] * len(own), [0.0] * len(old)
    solved = torch.linalg.lstsq(matrix, target).solution
    if float((matrix @ solved - target).norm()) > CLOSE * float(target.norm()):
        return None
    shares = [float(x) for x in solved / sizes]
    least = CLOSE * max(map(abs, shares))
    kept = [x if abs(x) > least else 0.0 for x in shares]
    return kept[: len(own)], kept[len(own) :]
