import torch
from torch import nn, Tensor
from typing import Callable


def train_step(model: nn.Module, optimizer: torch.optim.Optimizer,
               loss_fn: Callable[[Tensor, Tensor], Tensor],
               data: Tensor, target: Tensor) -> float:
    """One step of SGD. Zero FIRST so that old gradients can't leak in."""
    optimizer.zero_grad(set_to_none=True)
    out = model(data)
    loss = loss_fn(out, target)
    loss.backward()
    optimizer.step()
    return loss.item()
