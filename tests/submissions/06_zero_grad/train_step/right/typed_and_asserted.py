import math

import torch
from torch import Tensor, nn
from torch.optim import Optimizer


def train_step(model: nn.Module, optimizer: Optimizer, loss_fn, data: Tensor, target: Tensor) -> float:
    """Runs one optimisation step on a minibatch and returns the loss that was minimised."""
    assert data.shape[0] == target.shape[0], "images and labels must match"
    optimizer.zero_grad(set_to_none=True)
    with torch.enable_grad():
        logits = model(data)
        loss = loss_fn(logits, target)
    if not math.isfinite(loss.item()):
        raise ValueError("loss is not finite")
    loss.backward()
    optimizer.step()
    return loss.item()
