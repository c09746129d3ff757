"""The 70 000 handwritten digits of MNIST, as tensors and as the lecture's `train_loader`.

The four original files lie in `playground/data/`. torchvision checks them, unpacks them and reads
them, as it would after a download, but in a folder of its own that is gone a moment later: so the
course may be installed read-only, two kernels may start at once, and no network is needed.

`train_loader` is an ordinary `torch.utils.data.DataLoader`. It is fast because the images are decoded
once and kept as one tensor, from which each minibatch is taken whole; torchvision's own data set
decodes every image anew each time, which takes four times as long as the learning itself.

Raises MnistUnreadable (an OSError) where the digits cannot be had; its message says what to do.
"""

import shutil
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.utils.data import DataLoader, TensorDataset
from torchvision.datasets import MNIST  # pyright: ignore[reportMissingTypeStubs] (torchvision has none)
from torchvision.datasets.utils import check_integrity  # pyright: ignore[reportMissingTypeStubs]

DATA = Path(__file__).parent / "data"

# Matrices this small gain little from a second thread and lose much when two kernels share the cores.
torch.set_num_threads(1)


class MnistUnreadable(OSError):
    """The digits could not be read: a file is missing or damaged, or there is no room to unpack them."""


class Rows(Sequence[tuple[Tensor, Tensor]]):
    """Some examples of a data set, taken out in one go: images `(b, 1, 28, 28)` and labels `(b,)`."""

    def __init__(self, images: Tensor, labels: Tensor) -> None:
        self.images, self.labels = images, labels

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, index: int) -> tuple[Tensor, Tensor]:  # pyright: ignore[reportIncompatibleMethodOverride] (no slices are needed)
        return self.images[index], self.labels[index]


class Digits(TensorDataset):
    """A data set of `(image, label)` pairs: image `(1, 28, 28)` in [0, 1], label 0 to 9.

    A DataLoader that finds `__getitems__` asks for a whole minibatch at once. Any DataLoader works over
    it; the one that `loader` makes also skips putting the examples together one by one.
    """

    def __getitems__(self, indices: list[int]) -> Rows:
        rows = torch.tensor(indices)
        images, labels = self.tensors
        return Rows(images[rows], labels[rows])


Loader = DataLoader[tuple[Tensor, ...]]

train_loader: Loader  # both are made when first asked for: see __getattr__
test_loader: Loader


def digits(train: bool = True) -> tuple[Tensor, Tensor]:
    """Images, float32 `(n, 1, 28, 28)` from 0 (paper) to 1 (ink), and their labels, int64 `(n,)`.

    60 000 for training, or the 10 000 for testing. Read once in a process (about a second), then shared:
    do not write into them. Raises MnistUnreadable.
    """
    return _both_sets()[0 if train else 1]


def loader(batch_size: int = 64, train: bool = True) -> Loader:
    """A DataLoader over MNIST that gives minibatches `(images, labels)`; the last, shorter one is kept.

    Training images come in a new random order each time it is walked through, test images in the files' order.
    """
    return DataLoader(Digits(*digits(train)), batch_size=batch_size, shuffle=train, collate_fn=_whole)


def _whole(rows: Any) -> tuple[Tensor, Tensor]:  # a Rows; DataLoader's annotation knows only lists
    return rows.images, rows.labels


@cache
def _named_loader(name: str) -> Loader:
    return loader(train=name == "train_loader")


def __getattr__(name: str) -> Loader:
    if name in {"train_loader", "test_loader"}:
        return _named_loader(name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@cache
def _both_sets() -> tuple[tuple[Tensor, Tensor], tuple[Tensor, Tensor]]:
    _check_files()
    try:
        with tempfile.TemporaryDirectory(prefix="mnist-") as root:
            raw = Path(root, "MNIST", "raw")
            raw.mkdir(parents=True)
            for name, _ in MNIST.resources:
                shutil.copyfile(DATA / name, raw / name)
            return _as_floats(MNIST(root, train=True, download=True)), _as_floats(MNIST(root, train=False))
    except OSError as error:
        raise MnistUnreadable(
            f"MNIST could not be unpacked in {tempfile.gettempdir()}: {error}. It needs 70 MB there for a moment: "
            "free some space, or name another folder in the environment variable TMPDIR and restart the kernel."
        ) from error


def _check_files() -> None:
    """Nothing; raises MnistUnreadable before torchvision, finding a file damaged, would turn to the network."""
    for name, md5 in MNIST.resources:
        if not check_integrity(DATA / name, md5):
            raise MnistUnreadable(
                f"{DATA / name} is missing or damaged (its MD5 sum should be {md5}). "
                "Install the course again, or fetch that file from its repository."
            )


def _as_floats(data_set: MNIST) -> tuple[Tensor, Tensor]:
    return data_set.data.unsqueeze(1).float().div_(255), data_set.targets
