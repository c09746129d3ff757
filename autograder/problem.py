"""A small training problem: a network, a loss and minibatches, built from plain data.

The probe builds it beside the student's code, the judge builds its own twin of it; both from the same
challenge, so that weights and losses can be compared number by number. Nothing here draws random
numbers: what is random was drawn when the challenge was made.

A problem is a dict:

    images, labels          float32 (n, 1, 28, 28) and int64 (n,)
    batch_size, epochs      the last minibatch is smaller, and never of one image alone
    hidden, weights         units of the hidden layer; all parameters, flat float32
    normalised, mask        whether BatchNorm comes first; what Dropout keeps, (n, hidden), or None
    lr, momentum, weight_decay
    factor, smoothing, class_weights    the loss: factor * cross-entropy with these
    by                      "keyword" or "position": how the function is called
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.utils import parameters_to_vector, skip_init

PIXELS, CLASSES = 784, 10

Problem = dict[str, Any]

# The first optimizer of a process imports for a second or two more. Cut half-way by a check's time limit, that would
# leave PyTorch broken for the rest of the notebook; here no clock runs.
torch.optim.SGD([torch.zeros(1, requires_grad=True)])


class FixedDropout(nn.Dropout):
    """Dropout that drops the same units each time: row i of a batch keeps what row i of `mask` keeps."""

    mask: Tensor

    def __init__(self, mask: Tensor) -> None:
        super().__init__(0.5)
        self.register_buffer("mask", mask)

    def forward(self, input: Tensor) -> Tensor:
        """`input`, in train mode with the dropped units at 0 and the kept ones doubled."""
        if not self.training:
            return input
        return input * self.mask[torch.arange(len(input)) % len(self.mask)]


class Network(nn.Module):
    """784 pixels, a hidden layer of tanh units, 10 logits; BatchNorm and Dropout where the problem has them.

    BatchNorm stands before everything else: its averages depend on the images and the mode alone, not on the weights.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        hidden, mask = problem["hidden"], problem["mask"]
        exact = {"dtype": torch.float32, "device": "cpu"}
        self.norm = (
            nn.BatchNorm1d(PIXELS, affine=False, dtype=torch.float32) if problem["normalised"] else nn.Identity()
        )
        self.features = skip_init(nn.Linear, PIXELS, hidden, **exact)
        self.dropout = nn.Identity() if mask is None else FixedDropout(torch.tensor(mask))
        self.classes = skip_init(nn.Linear, hidden, CLASSES, **exact)
        put_weights(self, torch.tensor(problem["weights"]))

    def forward(self, x: Tensor) -> Tensor:
        """Logits `(b, 10)` for flat images `(b, 784)`."""
        return self.classes(self.dropout(torch.tanh(self.features(self.norm(x)))))


class Loss(nn.CrossEntropyLoss):
    """The problem's loss: a multiple of cross-entropy, with label smoothing and class weights where it has them."""

    def __init__(self, problem: Problem) -> None:
        weights = problem["class_weights"]
        super().__init__(
            weight=None if weights is None else torch.tensor(weights), label_smoothing=problem["smoothing"]
        )
        self.factor = float(problem["factor"])

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """The loss of logits `(b, 10)` for class indices `(b,)`."""
        weight = None if self.weight is None else self.weight.to(input.dtype)
        return self.factor * F.cross_entropy(input, target, weight, label_smoothing=self.label_smoothing)


def weights_of(model: nn.Module) -> Tensor:
    """All parameters as one flat float32 vector, a copy."""
    return parameters_to_vector(model.parameters()).detach().to(torch.float32).clone()


def put_weights(model: nn.Module, weights: Tensor) -> None:
    """Writes a flat vector into the model's parameters."""
    parameters = list(model.parameters())
    with torch.no_grad():
        for parameter, part in zip(parameters, weights.split([p.numel() for p in parameters]), strict=True):
            parameter.copy_(part.view_as(parameter))


def cuts(problem: Problem) -> list[list[int]]:
    """The rows of each minibatch of one epoch, in order."""
    size, n = problem["batch_size"], len(problem["labels"])
    return [list(range(start, min(start + size, n))) for start in range(0, n, size)]
