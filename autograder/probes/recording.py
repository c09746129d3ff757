"""Writes down what happens to a model, its optimizer and its loss while a student's function runs.

The record is a list of events in the order in which they happened:

    epoch      the loader was started from its beginning
    fetch      the loader gave the images `rows`
    forward    the model (`own`, or a copy of it) was called: `rows` of the images it was fed (-1 for what is no image
               of the problem), `train` where all of it was in train mode (`partly` where some of it was), `grad`
               enabled, the `weights` at that moment
    mode       train() or eval() was called on the model, which put it into `train` mode or not
    loss       the loss function was called
    backward   gradients arrived at the parameters: `arrived`; `grads` lay in `.grad` after it (-1: not put there yet)
    step       an optimizer (`own`, or another) stepped, from `weights` to `after`, with `grads`; `skipped` are the
               parameters that had none
    zero       zero_grad was called `on` the optimizer, the classifier, a part of it, or something else, at `weights`

Weights and gradients are flat vectors; an event holds their number in `vectors` (-1 where there was no
more room). What is recorded serves to name a mistake. It is never trusted.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Generator, Iterator
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim.optimizer import (
    Optimizer,
    register_optimizer_step_post_hook,
    register_optimizer_step_pre_hook,
)
from torch.utils.data import DataLoader, Sampler, TensorDataset

from autograder.plain import Plain
from autograder.probes.surroundings import OutOfTime
from autograder.problem import PIXELS, Loss, Network, Problem, weights_of

MAX_EVENTS = 10_000
MAX_FORWARDS = 1200
MAX_VECTORS = 180
MAX_INPUTS = 40


class Recorder:
    """The record of one call. `watch` starts and ends it."""

    def __init__(self, problem: Problem) -> None:
        images = torch.tensor(problem["images"]).reshape(-1, PIXELS).numpy()
        self._rows = {row.tobytes(): i for i, row in enumerate(images)}
        self._forwards = 0
        self._arrived: dict[int, Tensor] = {}
        self._lies: dict[int, Tensor] = {}  # what lies in .grad of a parameter after backward
        self._before: list[int] = []
        self.events: list[dict[str, Plain]] = []
        self.vectors: list[Tensor] = []
        self.inputs: list[Plain] = []
        self.model: nn.Module | None = None
        self.optimizer: Optimizer | None = None

    def __deepcopy__(self, memo: dict[int, Any]) -> Recorder:
        """Itself: a copy of the model reports to the same recorder, as a copy."""
        return self

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """Nothing of the record is pickled with a model."""
        return _silent_recorder, ()

    @contextlib.contextmanager
    def watch(self, model: nn.Module, optimizer: Optimizer) -> Generator[None]:
        """Records what happens to `model` and `optimizer` inside the block."""
        self.model, self.optimizer = model, optimizer
        with contextlib.ExitStack() as stack:
            for i, parameter in enumerate(model.parameters()):
                stack.callback(parameter.register_hook(lambda grad, i=i: self._arrive(i, grad)).remove)
                stack.callback(parameter.register_post_accumulate_grad_hook(lambda p, i=i: self._lie(i, p)).remove)
            stack.callback(register_optimizer_step_pre_hook(self._step_begins).remove)
            stack.callback(register_optimizer_step_post_hook(self._step_ends).remove)
            stack.enter_context(_noted(Optimizer, "zero_grad", self._zeroed))
            stack.enter_context(_noted(nn.Module, "zero_grad", self._zeroed))
            stack.enter_context(_noted(nn.Module, "train", self._switched))  # eval() calls it
            try:
                yield
            finally:
                self._flush()
                self.model = self.optimizer = None

    def note(self, what: str, **told: Plain) -> None:
        """Adds an event, after the gradients that arrived before it."""
        self._flush()
        self._add({"what": what, **told})

    def forward(self, model: nn.Module, x: Tensor) -> None:
        """Notes that `model` is called on `x`. Raises OutOfTime where that goes on for ever."""
        self._forwards += 1
        if self._forwards > MAX_FORWARDS:
            raise OutOfTime
        with contextlib.suppress(Exception):  # x may be anything, and may refuse to be looked at (torch.func)
            rows, number = self._recognise(x)
            own = model is self.model
            told: dict[str, Plain] = {"own": own, "rows": rows, "input": number, "shape": list(x.shape)[:8]}
            modes = [part.training for part in model.modules()]
            told |= {"train": all(modes), "partly": any(modes), "grad": torch.is_grad_enabled()}
            self.note("forward", **told, weights=self._weights() if own else -1)

    def told(self) -> dict[str, Plain]:
        """The record as plain data."""
        vectors = torch.stack(self.vectors).numpy() if self.vectors else torch.zeros(0, 0).numpy()
        return {"events": self.events, "vectors": vectors, "inputs": self.inputs}

    def _recognise(self, x: Tensor) -> tuple[list[int], int]:
        """Which images of the problem `x` holds; and where they are none, the number of `x` among `inputs`."""
        if x.numel() % PIXELS or x.numel() == 0:
            return [], -1
        flat = x.detach().to(torch.float32).reshape(-1, PIXELS).contiguous().numpy()
        rows = [self._rows.get(row.tobytes(), -1) for row in flat]
        if -1 not in rows or len(self.inputs) == MAX_INPUTS or len(rows) > len(self._rows):
            return rows[:MAX_EVENTS], -1
        self.inputs.append(flat.copy())
        return rows, len(self.inputs) - 1

    def _arrive(self, i: int, grad: Tensor) -> None:
        if i in self._arrived:
            self._flush()
        self._arrived[i] = grad.detach().clone()

    def _lie(self, i: int, parameter: Tensor) -> None:
        if parameter.grad is not None:
            self._lies[i] = parameter.grad.detach().clone()

    def _flush(self) -> None:
        arrived, lies = self._arrived, self._lies
        self._arrived, self._lies = {}, {}
        if arrived:
            told = {"arrived": self._keep(self._flat(arrived)), "grads": self._keep(self._flat(lies)) if lies else -1}
            self._add({"what": "backward", **told})

    def _flat(self, parts: dict[int, Tensor]) -> Tensor:
        """Parts of a vector by parameter number as one flat vector; what is missing is 0."""
        assert self.model is not None
        return torch.cat(
            [
                parts[i].to(torch.float32).reshape(-1) if i in parts else torch.zeros(p.numel(), dtype=torch.float32)
                for i, p in enumerate(self.model.parameters())
            ]
        )

    def _weights(self) -> int:
        return -1 if self.model is None else self._keep(weights_of(self.model))

    def _keep(self, vector: Tensor) -> int:
        """The number of `vector` among `vectors`; one of the last few is not kept twice."""
        for number in range(len(self.vectors) - 1, max(-1, len(self.vectors) - 4), -1):
            if torch.equal(vector, self.vectors[number]):
                return number
        if len(self.vectors) == MAX_VECTORS:
            return -1
        self.vectors.append(vector)
        return len(self.vectors) - 1

    def _add(self, event: dict[str, Plain]) -> None:
        if len(self.events) < MAX_EVENTS:
            self.events.append(event)

    def _step_begins(self, optimizer: Optimizer, args: Any, kwargs: Any) -> None:
        self._flush()
        self._before.append(self._weights())

    def _step_ends(self, optimizer: Optimizer, args: Any, kwargs: Any) -> None:
        assert self.model is not None
        before = self._before.pop() if self._before else -1
        grads = {i: p.grad.detach() for i, p in enumerate(self.model.parameters()) if p.grad is not None}
        skipped: list[Plain] = [i for i, _ in enumerate(self.model.parameters()) if i not in grads]
        told = {"own": optimizer is self.optimizer, "weights": before, "after": self._weights()}
        self.note("step", **told, grads=self._keep(self._flat(grads)), skipped=skipped)

    def _zeroed(self, target: Any) -> None:
        if target is self.optimizer:
            on = "optimizer"
        elif target is self.model:
            on = "classifier"
        elif self.model is not None and any(target is part for part in self.model.modules()):
            on = "part"
        else:
            on = type(target).__name__.removeprefix("Recorded")[:60]
        self.note("zero", on=on, weights=self._weights())

    def _switched(self, target: Any) -> None:
        if target is self.model:
            self._add({"what": "mode", "train": target.training})


def _silent_recorder() -> Recorder:
    return Recorder({"images": torch.zeros(0, 1, 28, 28).numpy()})


@contextlib.contextmanager
def _noted(kind: Any, name: str, note: Callable[[Any], None]) -> Generator[None]:
    """Tells `note` of every call of the method `name` of a class inside the block, wherever the student calls it."""
    original = getattr(kind, name)

    @functools.wraps(original)
    def noted(self: Any, *args: Any, **kwargs: Any) -> Any:
        result = original(self, *args, **kwargs)
        note(self)
        return result

    setattr(kind, name, noted)
    try:
        yield
    finally:
        setattr(kind, name, original)


class RecordedNetwork(Network):
    """A network that tells the recorder of each forward."""

    def __init__(self, problem: Problem, recorder: Recorder) -> None:
        super().__init__(problem)
        self._recorder = recorder

    def forward(self, x: Tensor) -> Tensor:
        """As the network's."""
        self._recorder.forward(self, x)
        return super().forward(x)


class RecordedLoss(Loss):
    """A loss that tells the recorder of each call."""

    def __init__(self, problem: Problem, recorder: Recorder) -> None:
        super().__init__(problem)
        self._recorder = recorder

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """As the loss's."""
        self._recorder.note("loss")
        return super().forward(input, target)


class RecordedImages(TensorDataset):
    """The problem's images and labels; tells the recorder which were fetched. Every example is a fresh copy."""

    def __init__(self, problem: Problem, recorder: Recorder) -> None:
        super().__init__(torch.tensor(problem["images"]), torch.tensor(problem["labels"]))
        self._recorder = recorder

    def __getitem__(self, index: Any) -> tuple[Tensor, ...]:
        """Image `(1, 28, 28)` and label of one row (of several rows, where `index` is a slice)."""
        self._recorder.note("fetch", rows=[int(index)] if isinstance(index, int) else [])
        return tuple(tensor[index].clone() for tensor in self.tensors)

    def __getitems__(self, indices: list[int]) -> list[tuple[Tensor, ...]]:
        """The examples of one minibatch."""
        self._recorder.note("fetch", rows=list(indices))
        return [tuple(tensor[i].clone() for tensor in self.tensors) for i in indices]


class InOrder(Sampler[int]):
    """0, 1, 2, ...; tells the recorder when it is started."""

    def __init__(self, n: int, recorder: Recorder) -> None:
        self._n, self._recorder = n, recorder

    def __iter__(self) -> Iterator[int]:
        self._recorder.note("epoch")
        return iter(range(self._n))

    def __len__(self) -> int:
        return self._n


def recorded_loader(problem: Problem, recorder: Recorder) -> DataLoader[tuple[Tensor, ...]]:
    """A DataLoader over the problem's images, in their order; it leaves the global random generator alone."""
    images = RecordedImages(problem, recorder)
    return DataLoader(
        images,
        batch_size=problem["batch_size"],
        sampler=InOrder(len(images), recorder),
        generator=torch.Generator(),
    )
