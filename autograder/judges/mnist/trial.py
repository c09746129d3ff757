"""One call of `train` on one problem: what went in, what came out, and whether its weights are the right ones.

Right is decided by the outcome alone. Measured on the bank: right solutions end within 1e-6 of the reference,
the nearest wrong one 0.02 away, both relative to how far the weights move; so `NEAR` is not delicate.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor

from autograder.judges.finding import Finding
from autograder.judges.numbers.outcomes import outcome_trouble
from autograder.judges.numbers.words import quoted
from autograder.judges.training.events import Story
from autograder.judges.training.story import tell
from autograder.judges.training.twin import Twin
from autograder.problem import PIXELS, Problem

NEAR = 1e-4
PARAMETERS = ["classifier", "optimizer", "train_loader", "loss_fn", "epochs"]


@dataclass(frozen=True)
class Trial:
    """A problem, the evidence of the call, and the facts about the function's source."""

    problem: Problem
    told: dict[str, Any]
    facts: dict[str, Any]

    @cached_property
    def twin(self) -> Twin:
        """The judge's own copy of the problem."""
        return Twin(self.problem)

    @cached_property
    def story(self) -> Story:
        """What the record says, checked. Needed only where the outcome is not right."""
        return tell(self.twin, self.told)

    @cached_property
    def weights(self) -> Tensor:
        """The weights after the call, flat."""
        weights = torch.tensor(np.asarray(self.told["weights"], dtype=np.float32))
        if weights.shape != self.twin.start.shape:
            raise ValueError("the weights have another shape than the model's")
        return weights

    @property
    def distance(self) -> float:
        """How far the weights are from the right ones, relative to how far these moved."""
        right, start = self.twin.right.weights[-1], self.twin.start
        return float((self.weights - right).norm() / (right - start).norm())

    @property
    def right(self) -> bool:
        """Whether the weights are those of the right training."""
        return self.distance < NEAR

    @property
    def entries(self) -> int:
        """How many numbers were returned."""
        returned = self.told["returned"]
        return len(returned["array"]) if returned["kind"] == "array" else 0

    @property
    def calling(self) -> str:
        """The call, as a message names it."""
        return f"train(..., epochs={self.problem['epochs']})"

    def uncalled(self, name: str) -> bool:
        """Whether the source names a method as a statement without calling it."""
        return name in cast("list[Any]", self.facts.get("uncalled") or [])

    @property
    def trouble(self) -> Finding | None:
        """The finding where the call came to no end of its own, which leaves every aspect unjudgeable."""
        told = self.told
        if told["outcome"] == "value":
            kind = told["returned"]["kind"]
            if kind == "none" and not told["events"]:
                return outcome_trouble("train", {"args": [], "kwargs": {}}, {"outcome": "undefined"})
            if kind == "other" and quoted(told["returned"].get("type")) in ("generator", "coroutine"):
                return Finding(
                    "returns.type",
                    f"{self.calling} gave a {told['returned']['type']}, and no line of the function ran.",
                    "What does `yield` make of a function, and who would run it?",
                )
            return None
        if told["outcome"] == "raised":
            return self._misordered() or self._flatten() or self._cut() or self._overtaken() or self._plain_trouble()
        return (self._unread() if told["outcome"] == "timeout" else None) or self._plain_trouble()

    def _plain_trouble(self) -> Finding | None:
        given: dict[str, Any] = {"args": [*PARAMETERS[:4], self.problem["epochs"]], "kwargs": {}}
        if self.problem["by"] == "keyword":
            given = {"args": [], "kwargs": dict(zip(PARAMETERS, given["args"], strict=True))}
        return outcome_trouble("train", given, self.told)

    def _misordered(self) -> Finding | None:
        names = [name for name in cast("list[Any]", self.facts.get("parameters") or []) if name in PARAMETERS]
        if self.problem["by"] == "keyword" or sorted(names) != sorted(PARAMETERS) or names == PARAMETERS:
            return None
        return Finding(
            "error.arguments",
            f"train takes its parameters in the order {', '.join(names)}; called by position in the task's order, it "
            f"raised {quoted(self.told.get('type'))}.",
            "In which order does the task give the parameters?",
        )

    def _flatten(self) -> Finding | None:
        events = [one for one in self.told["events"] if one["what"] in ("forward", "backward")]
        if not events or events[-1]["what"] != "forward":
            return None
        shape = [int(n) for n in events[-1]["shape"]]
        if len(shape) == 2 and shape[1] == PIXELS:
            return None
        return Finding(
            "flatten.wrong",
            f"The model was fed a tensor of shape {tuple(shape)} and raised {quoted(self.told.get('type'))}: "
            f"{quoted(self.told.get('text'))}.",
            "Which shape does a minibatch have when it arrives, and which shape does a layer of 784 inputs take?",
        )

    def _cut(self) -> Finding | None:
        text = quoted(self.told.get("text"))
        if "does not require grad" not in text and "'float' object has no attribute 'backward'" not in text:
            return None
        return Finding(
            "backward.missing",
            f"backward raised {quoted(self.told.get('type'))}: {text}. It was called on what hangs on no weight.",
            "Which line between the model's output and backward cuts the loss loose from the weights?",
        )

    def _overtaken(self) -> Finding | None:
        """Backward after a step: the weights of the forward are gone."""
        order = [one["what"] for one in self.told["events"] if one["what"] in ("forward", "backward", "step")]
        if "modified by an inplace operation" not in quoted(self.told.get("text")) or order[-2:] != ["forward", "step"]:
            return None
        return Finding(
            "step.before_backward",
            f"backward raised {quoted(self.told.get('type'))}: the optimizer had stepped between forward and backward, "
            "so the weights that made this loss were gone.",
            "Which gradients lie in .grad at the moment of the step?",
        )

    def _unread(self) -> Finding | None:
        if any(event["what"] == "fetch" for event in self.told["events"]) or not self.told["events"]:
            return None
        return Finding(
            "loader.ignored",
            f"train had not come back after {len(self.told['events'])} events, and had not read one image from the "
            "train_loader it was given.",
            "Which loader does the loop read: the one that was passed, or one from elsewhere in the notebook?",
        )


def epoch_count(n: int) -> str:
    """`1 epoch`, `3 epochs`."""
    return f"{n} epoch" + "s" * (n != 1)
