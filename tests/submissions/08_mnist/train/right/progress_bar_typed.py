from __future__ import annotations
import sys, time
from typing import Callable, Iterable, Iterator
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader


def progress(it: Iterable, desc: str = "", width: int = 30) -> Iterator:
    """poor man's tqdm"""
    n, start = len(it), time.time()
    for i, item in enumerate(it, 1):
        yield item
        filled = "#" * (width * i // n)
        sys.stdout.write(f"\r{desc} |{filled:<{width}}| {i}/{n} [{time.time() - start:.1f}s]")
    sys.stdout.write("\n")


def train(classifier: nn.Module, optimizer: torch.optim.Optimizer, train_loader: DataLoader,
          loss_fn: Callable[[Tensor, Tensor], Tensor], epochs: int) -> list[float]:
    history: list[float] = []
    for epoch in range(1, epochs + 1):
        classifier.train()
        seen, total = 0, 0.0
        for images, labels in progress(train_loader, f"epoch {epoch}"):
            b = images.shape[0]
            loss = loss_fn(classifier(images.reshape(b, -1)), labels)
            classifier.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * b
            seen += b
        history.append(total / seen)
    return history
