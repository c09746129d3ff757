"""Real gradients of the lecture's model: the full one over 12 000 digits, and those of many minibatches.

Each comes from `loss.backward()`, as in the training loop, and has 203 530 entries. For the picture only four numbers
of each are kept: how long it is, how far from the full gradient, the cosine between the two, and a side.
"""

from functools import cache

import torch
from torch import Tensor, nn

from playground.fan_picture import BATCH_SIZES, Arrow, Fan
from playground.mnist import digits
from playground.models import BaseClassifier
from playground.training import Run

EXAMPLES = 12_000
ARROWS = 24  # minibatches of each size
LEARNED_STEPS = 188  # one epoch of 12 000 images in minibatches of 64


@cache
def fan(learned: bool) -> Fan:
    """The minibatch gradients of the untrained model, or of the one after an epoch at lr 0.1; about a second."""
    run = Run(lr=0.1, examples=EXAMPLES)
    if learned:
        for _ in range(LEARNED_STEPS):
            run.step()
    images, labels = digits()
    return measured(run.classifier, images[:EXAMPLES].flatten(start_dim=1), labels[:EXAMPLES])


def measured(classifier: BaseClassifier, data: Tensor, target: Tensor, seed: int = 0) -> Fan:
    """The fan of `classifier` over all of `data` `(n, 784)`: `ARROWS` minibatches of each size, drawn with `seed`.

    Sizes beyond n are left out.
    """
    generator = torch.Generator().manual_seed(seed)
    full = gradient(classifier, data, target)
    sideways = torch.randn(len(full), generator=generator)
    arrows: dict[int, tuple[Arrow, ...]] = {}
    for size in (size for size in BATCH_SIZES if size <= len(target)):
        batches = [torch.randperm(len(target), generator=generator)[:size] for _ in range(ARROWS)]
        arrows[size] = tuple(_arrow(gradient(classifier, data[b], target[b]), full, sideways) for b in batches)
    length = full.norm().item()
    return Fan(length, single_spread(classifier, data, target, full) / length, arrows)


def gradient(classifier: BaseClassifier, data: Tensor, target: Tensor) -> Tensor:
    """The gradient of the mean loss over these examples, all parameters in one row `(203530,)`."""
    loss = nn.functional.cross_entropy(classifier(data), target)
    return torch.cat([part.flatten() for part in torch.autograd.grad(loss, list(classifier.parameters()))])


def single_spread(classifier: BaseClassifier, data: Tensor, target: Tensor, full: Tensor) -> float:
    """The root mean square distance of one example's gradient from the `full` one.

    A layer's gradient for one example is an outer product, so its squared length is |delta|^2 (|input|^2 + 1), the 1
    for the bias. That saves making 12 000 gradients of 203 530 entries.
    """
    with torch.no_grad():
        hidden = classifier.features(data).relu()
        delta = classifier.classes(hidden).softmax(dim=1) - nn.functional.one_hot(target, 10)
        back = (delta @ classifier.classes.weight) * (hidden > 0)
        squares = _square(delta) * (_square(hidden) + 1) + _square(back) * (_square(data) + 1)
    return (squares.double().mean() - full.double().square().sum()).clamp(min=0).sqrt().item()


def _square(rows: Tensor) -> Tensor:
    return rows.square().sum(dim=1)


def _arrow(one: Tensor, full: Tensor, sideways: Tensor) -> Arrow:
    length, unit = one.norm().item(), full.norm().item()
    along = (one @ full).item() / unit
    across = one - full * (along / unit)
    side = 1 if (across @ sideways).item() > 0 else -1
    return Arrow(along / length, length / unit, (one - full).norm().item() / unit, side)
