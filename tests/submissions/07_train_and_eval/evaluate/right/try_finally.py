from typing import Callable

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader


def evaluate(model: nn.Module, loader: DataLoader, loss_fn: Callable[[Tensor, Tensor], Tensor]) -> tuple[float, float]:
    """Mean loss and accuracy per example, in eval mode; the model is given back as it came."""
    was_training = model.training
    model.eval()
    try:
        with torch.no_grad():
            total, correct, examples = 0.0, 0, 0
            for inputs, labels in loader:
                logits = model(inputs)
                batch = labels.shape[0]
                total += float(loss_fn(logits, labels)) * batch
                correct += int((logits.topk(1).indices.squeeze(1) == labels).sum())
                examples += batch
        return total / examples, correct / examples
    finally:
        model.train(was_training)
