"""One call of `evaluate` on one exam: what went in, what came out, and what is right.

The judge has its own twin of the exam's network and lets it answer in the modes it chooses, so that the numbers of
a student who forgot eval mode can be told from those of one who divides by something else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor

from autograder.exam import Exam, Network, cuts, kinds_of, loss_of, state_of
from autograder.judges.finding import Finding
from autograder.judges.numbers.faults import near
from autograder.judges.numbers.outcomes import outcome_trouble
from autograder.judges.numbers.words import quoted, with_article
from autograder.judges.train_and_eval.exam_recipes import Cut, LossReading, counted, losses
from autograder.plain import Array

Modes = Callable[[int, bool], bool]  # from a minibatch's number and the mode at first to its own: True for train
PARAMETERS = ("model", "loader", "loss_fn")
GIVEN: dict[str, Any] = {"args": list(PARAMETERS), "kwargs": {}}
NAMED: dict[str, Any] = {"args": [], "kwargs": dict(zip(PARAMETERS, PARAMETERS, strict=True))}
WHOSE_SHAPE = "Who knows which shape the model takes: evaluate, or the loader and the model themselves?"
TWO_NUMBERS = "Which two numbers does the task ask for, and what does the function's last line give?"


@dataclass(frozen=True)
class Sitting:
    """An exam and the evidence of the call."""

    exam: Exam
    told: dict[str, Any]

    @cached_property
    def cut(self) -> Cut:
        """The minibatches' sizes."""
        n = len(self.exam["labels"])
        return Cut(
            np.array([part.indices(n)[1] - part.indices(n)[0] for part in cuts(self.exam)]), self.exam["batch_size"]
        )

    @cached_property
    def targets(self) -> list[Tensor]:
        """The labels of each minibatch."""
        labels = torch.tensor(self.exam["labels"])
        return [labels[part] for part in cuts(self.exam)]

    def outputs(self, modes: Modes) -> list[Tensor]:
        """The twin's logits for each minibatch, one after the other, in these modes."""
        model, data = Network(self.exam), torch.tensor(self.exam["data"])
        given: list[Tensor] = []
        with torch.no_grad():
            for i, part in enumerate(cuts(self.exam)):
                model.train(modes(i, self.exam["training"]))
                given.append(model(data[part]))
        return given

    def losses(self, reading: LossReading, outputs: list[Tensor]) -> Array:
        """The loss of each minibatch, read in one way."""
        return losses(reading, loss_of(self.exam), outputs, self.targets)

    @cached_property
    def right(self) -> tuple[Array, Array]:
        """The right loss and accuracy."""
        outputs, cut = self.outputs(lambda i, training: False), self.cut
        by_batch = self.losses(lambda loss, output, target: loss(output, target), outputs)
        correct = counted(lambda output, target: int((output.argmax(1) == target).sum()), outputs, self.targets)
        return np.asarray(by_batch @ cut.sizes / cut.n), np.asarray(correct.sum() / cut.n)

    @cached_property
    def given(self) -> tuple[Array, Array]:
        """The two numbers that came back."""
        first, second = (_number(one) for one in self.told["pair"])
        if first is None or second is None:
            raise TypeError("the pair does not hold two numbers")
        return first, second

    @property
    def key(self) -> bytes:
        """What tells this exam from the others."""
        return self.exam["data"].tobytes()

    @property
    def fits(self) -> bool:
        """Whether both numbers are right."""
        return all(near(x, y) for x, y in zip(self.given, self.right, strict=True))

    @property
    def title(self) -> str:
        """The call as a message names it."""
        mode = "train" if self.exam["training"] else "eval"
        cut = self.cut
        return f"evaluate on {cut.n} examples in batches of {cut.size}, the model handed over in {mode} mode,"

    @property
    def called(self) -> str:
        """The shorter title."""
        return f"evaluate on {self.cut.n} examples in batches of {self.cut.size}"

    @property
    def trouble(self) -> Finding | None:
        """The finding where the call gave no two numbers, or None."""
        if self.told["outcome"] == "raised":
            raised = self._flattened() or self._viewed() or self._shapes()
            if raised is not None:
                return raised
        if self.told["outcome"] != "value":
            made = NAMED if self.exam["by"] == "keyword" else GIVEN
            return outcome_trouble("evaluate", made, self.told)
        return self._no_pair() if "pair" not in self.told else self._no_numbers()

    def changed(self) -> list[str]:
        """The parameters and buffers that are no longer what they were."""
        before, after = state_of(Network(self.exam)), cast("dict[str, Any]", self.told["state"])
        return [name for name, x in before.items() if not _same(x, after.get(name))]

    @property
    def forgot(self) -> bool:
        """Whether BatchNorm's running mean and variance are those of a new layer afterwards."""
        after = cast("dict[str, Any]", self.told["state"])
        return self.exam["averages"] is not None and all(
            _same(np.full(self.exam["hidden"], value, np.float32), after.get("norm." + which))
            for which, value in (("running_mean", 0), ("running_var", 1))
        )

    def converted(self) -> Finding | None:
        """The finding where a parameter or buffer is of another dtype, or is frozen, or no longer so."""
        before, after = kinds_of(Network(self.exam)), cast("dict[str, Any]", self.told["kinds"])
        for name, kind in before.items():
            now = after.get(name, {})
            mistake = "parameters.changed" if kind["requires_grad"] else "buffers.changed"
            if now.get("dtype") != kind["dtype"]:
                said = f"The model's {name} came as {kind['dtype']} and is {quoted(now.get('dtype'))} after the call."
                return Finding(mistake, said, "Who else uses this model, and what do they expect its numbers to be?")
            if now.get("requires_grad") is not kind["requires_grad"]:
                came = f"requires_grad={kind['requires_grad']}"
                said = f"The model's {name} came with {came}, which is no longer so after the call."
                return Finding(mistake, said, "Can the caller still train this model after the measurement?")
        return None

    def _no_pair(self) -> Finding:
        value = self.told["returned"]
        kind, name = value["kind"], quoted(value.get("type"))
        if kind == "none":
            if not self.told["forwards"] and not self.told["epochs"]:
                return cast("Finding", outcome_trouble("evaluate", GIVEN, {"outcome": "undefined"}))
            hint = "Does every path through the function end in a return?"
            return Finding("returns.none", f"{self.called} gave None.", hint)
        if kind == "number":
            said = f"{self.called} gave one number, {float(np.asarray(value['array'])):.4g}, expected two."
            return Finding("returns.shape", said, TWO_NUMBERS)
        if kind == "array":
            said = f"{self.called} gave {with_article(name)} of shape {np.shape(value['array'])}, expected two numbers."
            return Finding("returns.shape", said, TWO_NUMBERS)
        return Finding("returns.type", f"{self.called} gave {with_article(name)}, expected two numbers.", TWO_NUMBERS)

    def _no_numbers(self) -> Finding | None:
        for which, one in zip(("first", "second"), self.told["pair"], strict=True):
            if _number(one) is not None:
                continue
            name = with_article(quoted(one.get("type"))) if one.get("type") else "None"
            shape = f" of shape {np.shape(one['array'])}" if one["kind"] == "array" else ""
            mistake = "returns.shape" if one["kind"] == "array" else "returns.type"
            said = f"{self.called} gave {name}{shape} as its {which} result, expected one number."
            return Finding(mistake, said, TWO_NUMBERS)
        return None

    def _flattened(self) -> Finding | None:
        forwards, shape = self.told["forwards"], self.exam["data"].shape[1:]
        if not forwards or tuple(forwards[-1]["shape"][1:]) == shape or not forwards[-1]["shape"]:
            return None
        fed = tuple(int(n) for n in forwards[-1]["shape"])
        if self.told["epochs"] == 0:
            return Finding(
                "loader.ignored",
                f"The loader that was passed was never started; the model was fed a tensor of shape {fed}, and "
                f"{self.called} raised {quoted(self.told.get('type'))}: {quoted(self.told.get('text'))}.",
                "Which loader does the loop read: the one that was passed, or one from elsewhere in the notebook?",
            )
        return Finding(
            "flatten.wrong",
            f"Minibatches came as tensors (b, {', '.join(map(str, shape))}); the model was fed one of shape {fed} and "
            f"raised {quoted(self.told.get('type'))}: {quoted(self.told.get('text'))}.",
            WHOSE_SHAPE,
        )

    def _viewed(self) -> Finding | None:
        """The minibatch itself was to be viewed in a shape that it has not numbers enough for."""
        found = re.search(r"shape '\[.+\]' is invalid for input of size (\d+)$", quoted(self.told.get("text")))
        shape = self.exam["data"].shape[1:]
        if found is None or not self.told["epochs"] or int(found[1]) not in self.cut.sizes * math.prod(shape):
            return None
        return Finding(
            "flatten.wrong",
            f"Minibatches came as tensors (b, {', '.join(map(str, shape))}), {found[1]} numbers in this one, and the "
            f"line `{quoted(self.told.get('line'))}` raised {quoted(self.told.get('type'))}: "
            f"{quoted(self.told.get('text'))}.",
            WHOSE_SHAPE,
        )

    def _shapes(self) -> Finding | None:
        """Predictions along the wrong axis do not fit the labels: PyTorch says so, with both sizes."""
        found = re.search(
            r"size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\) at non-singleton dimension (\d)",
            quoted(self.told.get("text")),
        )
        if found is None:
            return None
        sizes, dimension = {int(found[1]), int(found[2])}, int(found[3])
        classes = self.exam["classes"]
        if classes not in sizes or not sizes & set(self.cut.sizes.tolist()):
            return None
        labels = (sizes - {classes}).pop()
        raised = f"{quoted(self.told.get('type'))}, in the line `{quoted(self.told.get('line'))}`"
        if dimension == 0:
            return Finding(
                "axis.wrong",
                f"{self.called} and {classes} classes raised {raised}: there are {classes} predictions, one for each "
                f"class, and {labels} labels.",
                "Along which axis of an output of shape (b, classes) does each example have its largest logit?",
            )
        return Finding(
            "argmax.missing",
            f"{self.called} and {classes} classes raised {raised}: {classes} numbers for each example meet one label.",
            "The model gives one logit for each class: which single number does it predict?",
        )


def _number(one: Any) -> Array | None:
    """The number described, as float64; None where it is not one number."""
    array = one.get("array") if one.get("kind") in ("number", "array") else None
    if not isinstance(array, np.ndarray) or array.size != 1:
        return None
    tensor = one.get("type") in ("Tensor", "Parameter")
    return cast("Array", array.astype(np.float64)).reshape(()) if array.ndim == 0 or tensor else None


def _same(x: Array, y: Any) -> bool:
    return isinstance(y, np.ndarray) and x.shape == y.shape and np.allclose(x, y, rtol=1e-6, atol=1e-7)
