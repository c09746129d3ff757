"""What a judge holds `train` against: its own training, and the loop that PyTorch's users write, number by number.

The plain model is of `nn.Sequential`, with PyTorch's own Dropout and DataLoader; nothing of the package is in it. The
mask of a problem is what Dropout itself drew, so that drawing again from the same seed drops the same units.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

from autograder.judges.training.twin import Twin

SEED = 0  # of what Dropout drops, before each forward

examples = settings(max_examples=40, deadline=None, derandomize=True)


@st.composite
def problems(draw: st.DrawFn) -> dict[str, Any]:
    """Networks of 1 to 12 hidden units with or without BatchNorm and Dropout, cut and trained in any way."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    hidden, batch_size, batches = draw(st.integers(1, 12)), draw(st.integers(2, 9)), draw(st.integers(1, 4))
    last = draw(st.integers(2, batch_size))  # BatchNorm refuses a batch of one
    n = (batches - 1) * batch_size + last
    sizes = [(784 * hidden, 0.05), (hidden, 0.1), (10 * hidden, 0.5), (10, 0.1)]
    torch.manual_seed(SEED)
    mask = F.dropout(torch.ones(batch_size, hidden)).numpy()
    return {
        "images": rng.random((n, 1, 28, 28), dtype=np.float32),
        "labels": rng.integers(0, 10, n),
        "batch_size": batch_size,
        "epochs": draw(st.integers(1, 3)),
        "hidden": hidden,
        "weights": np.concatenate([rng.normal(0, size, k) for k, size in sizes]).astype(np.float32),
        "normalised": draw(st.booleans()),
        "mask": draw(st.sampled_from([None, mask])),
        "lr": draw(st.floats(1e-4, 0.1)),
        "momentum": draw(st.sampled_from([0.0, 0.5, 0.9])),
        "weight_decay": draw(st.sampled_from([0.0, 1e-3, 0.5])),
        "factor": draw(st.sampled_from([1.0, 0.3, 3.0])),
        "smoothing": draw(st.sampled_from([0.0, 0.2])),
        "class_weights": draw(st.sampled_from([None, rng.uniform(0.5, 2, 10).astype(np.float32)])),
        "by": "keyword",
    }


class Dropout(nn.Dropout):
    """PyTorch's own; draws from the same seed at each call."""

    def forward(self, input: Tensor) -> Tensor:
        torch.manual_seed(SEED)
        return super().forward(input)


def plain_model(problem: dict[str, Any], weights: Tensor) -> nn.Sequential:
    hidden = problem["hidden"]
    model = nn.Sequential(
        nn.BatchNorm1d(784, affine=False) if problem["normalised"] else nn.Identity(),
        nn.Linear(784, hidden),
        nn.Tanh(),
        nn.Identity() if problem["mask"] is None else Dropout(),
        nn.Linear(hidden, 10),
    )
    nn.utils.vector_to_parameters(weights.clone(), model.parameters())
    return model.train()


def plain_loss(problem: dict[str, Any], out: Tensor, target: Tensor) -> Tensor:
    weight = problem["class_weights"]
    return problem["factor"] * F.cross_entropy(
        out, target, None if weight is None else torch.tensor(weight), label_smoothing=problem["smoothing"]
    )


def flat(tensors: Any) -> Tensor:
    return torch.cat([one.detach().flatten() for one in tensors]).clone()


def plain_training(problem: dict[str, Any], model: nn.Sequential) -> Iterator[tuple[float, Tensor]]:
    """The loss before each update, and the weights after it."""
    images = TensorDataset(torch.tensor(problem["images"]), torch.tensor(problem["labels"]))
    loader = DataLoader(images, problem["batch_size"])
    optimizer = torch.optim.SGD(
        model.parameters(), problem["lr"], problem["momentum"], weight_decay=problem["weight_decay"]
    )
    for _ in range(problem["epochs"]):
        for data, target in loader:
            loss = plain_loss(problem, model(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            yield loss.item(), flat(model.parameters())


@examples
@given(problems())
def test_right_training_is_that_of_a_plain_loop_of_pytorch(problem: dict[str, Any]) -> None:
    right = Twin(problem).right
    model = plain_model(problem, torch.tensor(problem["weights"]))
    losses, weights = zip(*plain_training(problem, model), strict=True)
    assert right.losses == pytest.approx(losses, rel=1e-5)
    torch.testing.assert_close(torch.stack(right.weights[1:]), torch.stack(weights), rtol=1e-5, atol=1e-6)
    assert torch.equal(right.weights[0], torch.tensor(problem["weights"]))
    averages = {name: one.to(torch.float32) for name, one in model[0].named_buffers()}
    torch.testing.assert_close(right.averages, averages)


@examples
@given(problems(), st.data())
def test_loss_and_gradient_of_any_images_at_any_weights_are_those_of_autograd(
    problem: dict[str, Any], data: st.DataObject
) -> None:
    twin, n = Twin(problem), len(problem["labels"])
    rows = data.draw(st.lists(st.integers(0, n - 1), min_size=2, max_size=problem["batch_size"]))
    weights = twin.start + 0.1 * torch.randn(len(twin.start), generator=torch.Generator().manual_seed(n))
    model = plain_model(problem, weights)
    out = model(torch.tensor(problem["images"])[rows].flatten(1))
    loss = plain_loss(problem, out, torch.tensor(problem["labels"])[rows])
    loss.backward()
    assert twin.value(weights, rows) == pytest.approx(loss.item(), rel=1e-5)
    arrived = flat(p.grad for p in model.parameters())
    torch.testing.assert_close(twin.gradient(weights, rows), arrived, rtol=1e-4, atol=1e-6)


@examples
@given(problems())
def test_averages_of_batchnorm_are_pytorchs_after_any_images_in_train_mode(problem: dict[str, Any]) -> None:
    twin = Twin(problem | {"normalised": True})
    norm = nn.BatchNorm1d(784, affine=False)
    for rows in twin.batches:
        norm(torch.tensor(problem["images"])[list(rows)].flatten(1))
    told = twin.averages_after([(rows, None) for rows in twin.batches])
    torch.testing.assert_close(told, {name: one.to(torch.float32) for name, one in norm.named_buffers()})
