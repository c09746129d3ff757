"""Probes of the assignment 07_train_and_eval: `batchnorm_update` is called; `evaluate` sits exams and is watched.

The evidence of one exam is its `outcome` (see `autograder.probes.calls`), and

    pair         descriptions of the two numbers that came back; or `returned`, where it was no pair
    training     the model's mode afterwards
    state        its parameters and buffers afterwards
    kinds        of what dtype they are then, and whether they require a gradient
    forwards     the calls of the model (or of a copy): {"train": its mode, "shape": of what it was fed}
    epochs, losses, reduction    how often the loader was started and the loss called; the loss's `reduction` afterwards

What is right is decided by the pair, the mode, the state and the kinds. The rest serves to name a mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, Sampler, TensorDataset

from autograder.exam import Exam, LossFunction, Network, kinds_of, loss_of, state_of
from autograder.plain import Plain
from autograder.probes.calls import Evidence, Function, attempt, probe_calls
from autograder.probes.describe import MAX_TEXT, describe
from autograder.probes.source import facts
from autograder.probes.surroundings import OutOfTime

PARAMETERS = ("model", "loader", "loss_fn")
MAX_FORWARDS = 2000


def probe_evaluate(function: Function | None, challenge: dict[str, Any]) -> Evidence:
    """What `evaluate` did on each of the challenge's exams, and facts about its source; stops when out of time."""
    told: list[Evidence] = []
    for exam in challenge["exams"]:
        told.append(_sit(function, exam))
        if told[-1]["outcome"] == "timeout":
            break
    return {"exams": cast("Plain", told), "source": facts(function)}


class Notes:
    """What happened while the function ran. A copy of the model writes into the same notes."""

    def __init__(self) -> None:
        self.forwards: list[Plain] = []
        self.epochs = 0
        self.losses = 0

    def __deepcopy__(self, memo: dict[int, Any]) -> Notes:
        return self

    def forward(self, model: nn.Module, x: Any) -> None:
        """Notes a call of the model. Raises OutOfTime where that goes on for ever."""
        if len(self.forwards) >= MAX_FORWARDS:
            raise OutOfTime
        shape = [int(n) for n in x.shape][:8] if isinstance(x, Tensor) else []
        self.forwards.append({"train": model.training, "shape": shape})


class WatchedNetwork(Network):
    """A network that notes each of its calls."""

    def __init__(self, exam: Exam, notes: Notes) -> None:
        super().__init__(exam)
        self._notes = notes

    def forward(self, x: Tensor) -> Tensor:
        """As the network's."""
        self._notes.forward(self, x)
        return super().forward(x)


class InOrder(Sampler[int]):
    """0, 1, 2, ...; notes when it is started."""

    def __init__(self, n: int, notes: Notes) -> None:
        self._n, self._notes = n, notes

    def __iter__(self) -> Iterator[int]:
        self._notes.epochs += 1
        return iter(range(self._n))

    def __len__(self) -> int:
        return self._n


def _sit(function: Function | None, exam: Exam) -> Evidence:
    if function is None:
        return {"outcome": "undefined"}
    notes = Notes()
    model = WatchedNetwork(exam, notes)
    examples = TensorDataset(torch.tensor(exam["data"]), torch.tensor(exam["labels"]))
    sampler = InOrder(len(examples), notes)
    loader = DataLoader(examples, exam["batch_size"], sampler=sampler, generator=torch.Generator())
    loss_fn = _watched(loss_of(exam), notes)
    given = (model, loader, loss_fn)
    by_name = exam["by"] == "keyword"
    named: dict[str, Any] = dict(zip(PARAMETERS, given, strict=True))
    args, kwargs = ([], named) if by_name else (list(given), {})
    told, returned = attempt(function, args, kwargs)
    if told["outcome"] == "value":
        told |= _returned(returned)
    told |= {"training": model.training, "state": state_of(model), "kinds": kinds_of(model), "forwards": notes.forwards}
    reduction = getattr(loss_fn, "reduction", None)
    told |= {"reduction": reduction[:MAX_TEXT] if isinstance(reduction, str) else None}
    return told | {"epochs": notes.epochs, "losses": notes.losses}


def _watched(loss_fn: LossFunction, notes: Notes) -> LossFunction:
    """The same loss, a module where it was one, that notes how often it is called."""

    def count(*_: Any) -> None:
        notes.losses += 1

    if isinstance(loss_fn, nn.Module):
        loss_fn.register_forward_pre_hook(count)
        return loss_fn

    def margin_loss(output: Tensor, target: Tensor) -> Tensor:
        count()
        return loss_fn(output, target)

    return margin_loss


def _returned(value: Any) -> Evidence:
    """The description of each of two things, or of what is no pair."""
    kinds: tuple[type, ...] = (tuple, list, np.ndarray, Tensor)
    if isinstance(value, kinds) and getattr(value, "ndim", 1) == 1 and len(cast("list[Any]", value)) == 2:
        return {"pair": [describe(one) for one in cast("list[Any]", value)]}
    return {"returned": describe(value)}


PROBES: dict[str, Callable[[Function | None, dict[str, Any]], Evidence]] = {
    "check_batchnorm_update": probe_calls,
    "check_evaluate": probe_evaluate,
}
