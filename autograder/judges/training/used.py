"""Which gradients an update used: a sum of those that arrived last, nothing, or something else.

Each gradient that arrives is known (see `autograder.judges.training.story`). What lay in `.grad` when an update was
made is then the sum of the last few of them; how many tells where zero_grad stood.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from autograder.judges.finding import Finding
from autograder.judges.numbers.words import times
from autograder.judges.training.events import Story, Update
from autograder.judges.training.story import multiple, same
from autograder.judges.training.twin import CALL


@dataclass(frozen=True)
class Used:
    """The gradients of one update.

    `fresh` arrivals had come since the update before; `taken` of the last arrivals were used (0: none; None:
    no such sum was used), times `factor`, or clamped value by value, or `changed` in another way.
    """

    arrivals: int
    fresh: int
    taken: int | None
    factor: float = 1.0
    clamped: bool = False
    changed: bool = False
    by_parameter: tuple[int | None, ...] = ()

    @property
    def own_in_part(self) -> bool:
        """Whether some parameters used what had arrived since the update before, and none more than that."""
        counts = self.by_parameter
        return self.taken is None and self.fresh in counts and max(n or 0 for n in counts) <= self.fresh

    @property
    def start(self) -> int | None:
        """The number of the first arrival in the sum."""
        return None if self.taken is None else self.arrivals - self.taken


def used_by_updates(story: Story) -> list[Used]:
    """One entry for each update before which gradients had arrived since the last; others have nothing to use anew."""
    found: list[Used] = []
    earlier = 0
    for update in story.updates:
        fresh, earlier = update.arrivals - earlier, update.arrivals
        if fresh > 0 and update.grads is not None:
            found.append(_used(story, update, fresh, update.grads))
    return found


def used_without_updates(story: Story) -> list[Used]:
    """As if each arrival had been followed by an update: what lay in `.grad` after it."""
    return [
        _used(story, Update("hand", None, None, one.grads, frozenset(), i + 1, 0), 1, one.grads)
        for i, one in enumerate(story.arrivals)
        if one.grads is not None
    ]


def _used(story: Story, update: Update, fresh: int, grads: Tensor) -> Used:
    story.twin.spend(CALL * update.arrivals)
    sums = _sums([one.arrived for one in story.arrivals[: update.arrivals]])
    order = [fresh, *(n for n in range(1, len(sums) + 1) if n != fresh)]
    order = [n for n in order if n <= len(sums)]
    taken = _taken(grads, sums, order)
    if taken is not None:
        return Used(update.arrivals, fresh, taken)
    for n in order:
        factor = multiple(grads, sums[n - 1])
        if factor is not None:
            return Used(update.arrivals, fresh, n, factor)
    bound = float(grads.abs().max())
    for n in order:
        if same(grads, sums[n - 1].clamp(-bound, bound)):
            return Used(update.arrivals, fresh, n, 1.0, True)
    sizes = story.twin.sizes
    parts = zip(grads.split(sizes), *(one.split(sizes) for one in sums), strict=True)
    by_parameter = tuple(_taken(part[0], list(part[1:]), order) for part in parts)
    taken = None if any(n is not None for n in by_parameter) else _since_empty(story, update.arrivals)
    return Used(update.arrivals, fresh, taken, changed=taken is not None, by_parameter=by_parameter)


def _since_empty(story: Story, arrivals: int) -> int | None:
    """How many of the last arrivals came since `.grad` was last empty; None where that is not recorded."""
    for n, one in enumerate(reversed(story.arrivals[:arrivals]), start=1):
        if one.arrived is None or one.grads is None:
            return None
        if same(one.grads, one.arrived):
            return n
    return None


def _taken(grads: Tensor, sums: list[Tensor], order: list[int]) -> int | None:
    scale = max((float(one.norm()) for one in sums), default=0.0)
    for n in order:
        if same(grads, sums[n - 1], scale):
            return n
    return 0 if float(grads.norm()) <= 1e-6 * scale else None


def _sums(arrived: list[Tensor | None]) -> list[Tensor]:
    """The sum of the last 1, 2, 3, ... arrivals, as far back as they are known."""
    sums: list[Tensor] = []
    for one in reversed(arrived):
        if one is None:
            break
        sums.append(one if not sums else sums[-1] + one)
    return sums


def followed(story: Story, update: Update, velocity: list[Tensor | None]) -> Tensor | None:
    """The weights after `update`, had the passed optimizer made it with the gradients it used.

    `velocity` holds the momentum of each parameter and is carried on. Source: PyTorch's documentation of SGD.
    """
    if update.before is None or update.grads is None:
        return None
    problem, sizes = story.twin.problem, story.twin.sizes
    parts: list[Tensor] = []
    for i, (w, g) in enumerate(zip(update.before.split(sizes), update.grads.split(sizes), strict=True)):
        if i in update.skipped:
            parts.append(w)
            continue
        g = g + problem["weight_decay"] * w
        earlier = velocity[i]
        velocity[i] = g if earlier is None or not problem["momentum"] else problem["momentum"] * earlier + g
        parts.append(w - problem["lr"] * (velocity[i] if problem["momentum"] else g))
    return torch.cat(parts)


def emptied_elsewhere(observed: str, others: list[str]) -> Finding:
    """The finding where zero_grad was called on objects of these types only, none of which holds the gradients used."""
    return Finding(
        "zero_grad.wrong_object",
        f"{observed}: zero_grad was called {times(len(others))}, on a {others[0]}, which does not hold them.",
        "Whose gradients does the optimizer use, and who empties those?",
    )
