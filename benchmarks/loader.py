"""How fast an epoch of the lecture's loop is over our loader, over minibatches cut beforehand, and over torchvision's.

    python benchmarks/loader.py            # a minute
    python benchmarks/loader.py 5          # five rounds instead of three

The best of some rounds, all in one run: only the ratios mean anything on another machine. Everything runs on one
thread, as the course sets it; torchvision's epoch also on as many as torch takes by itself, as a notebook without the
course has it. Learning alone bounds what any loader can win: the last line says how much a loader that costs nothing
would.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

import torch
from torch import nn, optim
from torch.utils.data import DataLoader
from torchvision.datasets import MNIST
from torchvision.transforms import ToTensor

THREADS = torch.get_num_threads()  # before the course sets one

from playground.mnist import DATA, digits, train_loader  # noqa: E402
from playground.models import BaseClassifier  # noqa: E402


def learn(minibatches: Iterable) -> None:
    """The lecture's loop, one epoch."""
    torch.manual_seed(0)
    classifier, loss_fn = BaseClassifier(784, 256, 10), nn.CrossEntropyLoss()
    optimizer = optim.SGD(classifier.parameters(), lr=1e-3)
    running_loss = 0.0
    for minibatch in minibatches:
        data, target = minibatch
        data = data.flatten(start_dim=1)
        computed_loss = loss_fn(classifier(data), target)
        computed_loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        running_loss += computed_loss.item()


def walk(minibatches: Iterable) -> None:
    """Only what the loader costs."""
    for _ in minibatches:
        pass


def seconds(job, minibatches: Iterable) -> float:
    start = perf_counter()
    job(minibatches)
    return perf_counter() - start


def main(rounds: int) -> None:
    images, labels = digits()
    with tempfile.TemporaryDirectory() as root:
        shutil.copytree(DATA, Path(root, "MNIST", "raw"))
        plain = MNIST(root, download=True, transform=ToTensor())
    loaders = {
        "ours": train_loader,
        "cut beforehand": list(zip(images.split(64), labels.split(64), strict=True)),
        "torchvision's": DataLoader(plain, batch_size=64, shuffle=True),
    }
    learn(loaders["cut beforehand"])  # the first optimizer ever made is slow
    best = {}
    for job in (walk, learn):
        for name, loader in loaders.items():
            best[job, name] = min(seconds(job, loader) for _ in range(rounds))
            print(f"{job.__name__:6} {name:15} {best[job, name]:7.3f} s")
    torch.set_num_threads(THREADS)
    stock = min(seconds(learn, loaders["torchvision's"]) for _ in range(rounds))
    torch.set_num_threads(1)
    print(f"learn  torchvision's, {THREADS} threads {stock:7.3f} s")
    for job in (walk, learn):
        ratio = best[job, "torchvision's"] / best[job, "ours"]
        print(f"{job.__name__:6} torchvision's / ours = {ratio:.2f}")
    print(f"learn  torchvision's on {THREADS} threads / ours = {stock / best[learn, 'ours']:.2f}")
    free = best[learn, "torchvision's"] / best[learn, "cut beforehand"]
    print(f"learn  ours / cut beforehand = {best[learn, 'ours'] / best[learn, 'cut beforehand']:.2f}")
    print(f"learn  torchvision's / a loader that costs nothing = {free:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
