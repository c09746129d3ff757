"""What an update is held against: SGD's own rule, and gradients against finite differences."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.judges.mnist import draw_problem
from autograder.judges.training.events import Story, Update
from autograder.judges.training.story import multiple
from autograder.judges.training.twin import Twin
from autograder.judges.training.used import followed


@settings(max_examples=20, deadline=None, derandomize=True)
@given(momentum=st.sampled_from([0.0, 0.3, 0.9]), weight_decay=st.sampled_from([0.0, 0.4]), seed=st.integers(0, 10**6))
def test_the_rule_of_an_update_is_that_of_torch_sgd(momentum, weight_decay, seed):
    rng = np.random.default_rng(seed)
    twin = Twin(draw_problem(rng, 4, batch_size=2, epochs=2, momentum=momentum, weight_decay=weight_decay))
    torch.manual_seed(seed)
    parts = [torch.nn.Parameter(part.clone()) for part in twin.start.split(twin.sizes)]
    optimizer = torch.optim.SGD(parts, lr=twin.problem["lr"], momentum=momentum, weight_decay=weight_decay)
    velocity = [None for _ in parts]
    for step in range(4):
        for part in parts:
            part.grad = torch.randn_like(part)
        parts[step % 4].grad = None
        before = torch.cat([part.detach().flatten() for part in parts]).clone()
        grads = torch.cat([torch.zeros(p.numel()) if p.grad is None else p.grad.flatten() for p in parts])
        optimizer.step()
        after = torch.cat([part.detach().flatten() for part in parts])
        update = Update("optimizer", before, after, grads, frozenset({step % 4}), 0, 0)
        torch.testing.assert_close(followed(Story(twin), update, velocity), after)


def test_a_gradient_is_the_slope_of_the_loss():
    twin = Twin(draw_problem(np.random.default_rng(0), 6, batch_size=4, epochs=2, smoothing=0.1))
    gradient, direction = twin.gradient(twin.start, twin.batches[0]), torch.zeros_like(twin.start)
    direction[-20:] = 1e-2
    up, down = (twin.value(twin.start + s * direction, twin.batches[0]) for s in (1, -1))
    assert abs((up - down) / 2 - float(gradient @ direction)) < 1e-4


def test_a_multiple_is_told_from_another_direction():
    x = torch.arange(1.0, 5.0)
    assert multiple(-3 * x, x) == pytest.approx(-3)
    assert multiple(x + torch.tensor([0.0, 0.0, 0.0, 0.1]), x) is None
