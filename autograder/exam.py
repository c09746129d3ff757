"""A small exam for `evaluate`: a network, a loss and minibatches, built from plain data.

The probe builds it beside the student's code, the judge builds its own twin of it; both from the same
challenge. In train mode the network gives other answers than in eval mode, the same ones each time, because
it holds BatchNorm, Dropout, or both. Nothing here draws random numbers.

An exam is a dict:

    data, labels        float32 (n, ...): vectors (n, d), series (n, t, d) or images (n, 1, h, w); int64 (n,)
    batch_size          the last minibatch is smaller
    hidden, classes     features per place, and logits
    weights, averages   all parameters, flat float32; BatchNorm's running mean and variance, (2, hidden), or None
    mask                what Dropout keeps, (m, features): row i of a batch keeps what row i of it keeps; or None
    loss                "cross-entropy" or "margin"; factor, smoothing, class_weights: see `autograder.problem.Loss`
    training            the mode in which the network is handed over
    by                  "keyword" or "position": how the function is called
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.utils import skip_init

from autograder.problem import FixedDropout, Loss, put_weights

Exam = dict[str, Any]
LossFunction = Callable[[Tensor, Tensor], Tensor]
KERNEL = 3  # an image's places are looked at through windows of 3 by 3


class Network(nn.Module):
    """Features of each place, BatchNorm, tanh, Dropout, and `classes` logits from all features together."""

    def __init__(self, exam: Exam) -> None:
        super().__init__()
        hidden, averages, mask = exam["hidden"], exam["averages"], exam["mask"]
        exact: dict[str, Any] = {"dtype": torch.float32, "device": "cpu"}
        shape = exam["data"].shape[1:]
        images = len(shape) == 3
        self.features = (
            skip_init(nn.Conv2d, shape[0], hidden, KERNEL, **exact)
            if images
            else skip_init(nn.Linear, shape[-1], hidden, **exact)
        )
        self.norm = nn.Identity() if averages is None else (nn.BatchNorm2d if images else nn.BatchNorm1d)(hidden)
        self.dropout = nn.Identity() if mask is None else FixedDropout(torch.tensor(mask))
        self.classes = skip_init(nn.Linear, hidden * places(shape), exam["classes"], **exact)
        self.to(torch.float32)
        put_weights(self, torch.tensor(exam["weights"]))
        if averages is not None:
            with torch.no_grad():
                for buffer, values in zip(self.norm.buffers(), averages, strict=False):
                    buffer.copy_(torch.tensor(values))
        self.train(exam["training"])

    def forward(self, x: Tensor) -> Tensor:
        """Logits `(b, classes)` for `b` examples as they come."""
        return self.classes(self.dropout(torch.tanh(self.norm(self.features(x))).flatten(1)))


def places(shape: tuple[int, ...]) -> int:
    """How many places one example of `shape` has: 1 for a vector, the length of a series, the windows of an image."""
    return math.prod(n - KERNEL + 1 for n in shape[1:]) if len(shape) == 3 else math.prod(shape[:-1])


def sizes_of_parameters(shape: tuple[int, ...], hidden: int, classes: int, normalised: bool) -> list[tuple[int, int]]:
    """For each parameter of the network, in order: how many numbers it has, and how many inputs each output reads."""
    read = shape[0] * KERNEL**2 if len(shape) == 3 else shape[-1]
    features = hidden * places(shape)
    norm = [(hidden, 0), (hidden, 0)] if normalised else []
    return [(hidden * read, read), (hidden, 0), *norm, (classes * features, features), (classes, 0)]


def loss_of(exam: Exam) -> LossFunction:
    """The exam's loss, the mean over its batch: a module, or, for the margin loss, a plain function."""
    if exam["loss"] == "cross-entropy":
        return Loss(exam)
    factor = float(exam["factor"])

    def margin_loss(output: Tensor, target: Tensor) -> Tensor:
        return factor * F.multi_margin_loss(output, target)

    return margin_loss


def state_of(model: nn.Module) -> dict[str, Any]:
    """Every parameter and buffer by name, as a float32 array of its own."""
    with torch.no_grad():
        return {name: one.detach().to(torch.float32).clone().numpy() for name, one in model.state_dict().items()}


def kinds_of(model: nn.Module) -> dict[str, Any]:
    """What every parameter and buffer is, by name: its `dtype`, and whether it `requires_grad`."""
    return {
        name: {"dtype": str(one.dtype).removeprefix("torch."), "requires_grad": one.requires_grad}
        for name, one in model.state_dict(keep_vars=True).items()
    }


def cuts(exam: Exam) -> list[slice]:
    """The rows of each minibatch, in order."""
    size, n = exam["batch_size"], len(exam["labels"])
    return [slice(start, min(start + size, n)) for start in range(0, n, size)]
