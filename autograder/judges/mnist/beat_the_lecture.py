"""Judges `beat_the_lecture` by training: one epoch of the lecture's model on MNIST, seed 0, then the test images.

The numbers drawn are those that the lesson's own model and loader draw after `torch.manual_seed(0)`, so a
student who tries the same settings sees the same accuracy.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader

from autograder.digits import read_digits
from autograder.judges.finding import Challenge, Evidence, Finding
from autograder.judges.numbers.outcomes import outcome_trouble
from autograder.judges.numbers.words import quoted, with_article
from autograder.plain import Array

TO_BEAT = 0.911
SMALLEST, LARGEST = 8, 60_000
HIGHEST = 1e30  # a learning rate beyond is more than float32 can hold, or soon leads there

_ENTRIES = 256
_ENTRY = "24s4s"  # lr, batch size and accuracy, 8 bytes each; and their checksum, for two may write at one moment
_known: mmap.mmap | bytearray
try:
    _known = mmap.mmap(-1, _ENTRIES * struct.calcsize(_ENTRY))  # in memory that processes forked from this one share
except PermissionError:  # in a confined kernel, as of Validate, which has nobody to share with
    _known = bytearray(_ENTRIES * struct.calcsize(_ENTRY))


def judge_beat_the_lecture(challenge: Challenge, evidence: Evidence) -> Finding:
    """The finding on the one call in `evidence["calls"]`."""
    (one,) = evidence["calls"]
    trouble = outcome_trouble("beat_the_lecture", {"args": [], "kwargs": {}}, one)
    if trouble is not None:
        return trouble
    settings = _settings(one["value"])
    if isinstance(settings, Finding):
        return settings
    lr, batch_size = settings
    accuracy = accuracy_after_one_epoch(lr, batch_size)
    observed = f"One epoch with lr = {lr:g} and batch_size = {batch_size} reaches {100 * accuracy:.2f} %"
    if accuracy > TO_BEAT:
        return Finding(None, f"{observed} on the test images; the lecture's 40 epochs reach {100 * TO_BEAT:.1f} %.")
    updates = -(-LARGEST // batch_size)
    return Finding(
        "accuracy.too_low",
        f"{observed} on the test images, in {updates} updates; more than {100 * TO_BEAT:.1f} % is asked for.",
        "How many updates does one epoch make with this batch size, and how far does each one go?",
    )


def _settings(value: dict[str, Any]) -> tuple[float, int] | Finding:
    """The learning rate and the batch size, or what is wrong with what was returned."""
    if value["kind"] == "none":
        return Finding(
            "returns.none", "beat_the_lecture() gave None.", "Does every path through the function end in a return?"
        )
    if value["kind"] != "mapping":
        return _not(f"gave {with_article(quoted(value.get('type')))}", "What kind of value holds numbers under names?")
    items = value["items"]
    if not isinstance(items, dict):
        raise TypeError("a mapping without its items")
    missing = [name for name in ("lr", "batch_size") if name not in items]
    if missing:
        names = ", ".join(quoted(name) for name in list(items)[:6]) or "nothing"
        return _not(
            f"gave a dict with {names}, without {' and '.join(missing)}", "Which two names does the task ask for?"
        )
    lr, batch_size = _number(items["lr"]), _number(items["batch_size"])
    if lr is None or batch_size is None:
        name = "lr" if lr is None else "batch_size"
        found = "None" if items[name].get("kind") == "none" else with_article(quoted(items[name].get("type")))
        return _not(f"gave {found} for {name}", "What kind of value is each of the two?")
    if np.isnan(lr) or np.isnan(batch_size):
        return Finding("returns.nan", "beat_the_lecture() gave nan.", "Which operation can give nan here?")
    return _bounded(lr, batch_size)


def _bounded(lr: Array, batch_size: Array) -> tuple[float, int] | Finding:
    rate, size = float(lr), float(batch_size)
    if 0 < size < 1 and rate >= SMALLEST and rate == int(rate):
        return Finding(
            "returns.swapped",
            f"beat_the_lecture() gave lr = {rate:g} and batch_size = {size:g}.",
            "Which of the two is a number of images?",
        )
    if batch_size.dtype.kind not in "iu" and size <= LARGEST:
        return _not(f"gave {size:g}, which is no int, for batch_size", "How many images can one minibatch hold?")
    if not SMALLEST <= size <= LARGEST:
        return Finding(
            "batch.size",
            f"beat_the_lecture() gave batch_size = {size:g}; {SMALLEST} to {LARGEST} are allowed.",
            "How many images are there, and how many does the task allow in one minibatch?",
        )
    if not 0 < rate <= HIGHEST:
        steps = "no step goes downhill" if rate <= 0 else "the first step leads beyond all that a weight can hold"
        return Finding(
            "accuracy.too_low",
            f"With lr = {rate:g} {steps}, so nothing can be learned.",
            "What does the learning rate multiply, and which values make sense there?",
        )
    return rate, int(size)


def _number(item: dict[str, Any]) -> Array | None:
    """One number as a 0-d array, or None where it is none (a bool, a text, several)."""
    if item.get("kind") not in ("number", "array") or item.get("type") in ("list", "tuple", "range"):
        return None
    array = item["array"]
    if not isinstance(array, np.ndarray):
        raise TypeError("a value without its array")
    array = cast("Array", array)
    return None if array.size != 1 or array.dtype.kind == "b" else array.reshape(())


def _not(what: str, hint: str) -> Finding:
    return Finding("returns.type", f"beat_the_lecture() {what}.", hint)


def accuracy_after_one_epoch(lr: float, batch_size: int) -> float:
    """The share of the 10 000 test images told right after one epoch of SGD on the lecture's model, seed 0.

    A second's work, which is done once for all processes that were forked after this module was imported.
    """
    settings = struct.pack("dd", lr, batch_size)
    place = zlib.crc32(settings) % _ENTRIES * struct.calcsize(_ENTRY)
    told, checksum = struct.unpack_from(_ENTRY, _known, place)
    if not told.startswith(settings) or checksum != _checksum(told):
        told = settings + struct.pack("d", _train(lr, batch_size))
        struct.pack_into(_ENTRY, _known, place, told, _checksum(told))
    return struct.unpack("ddd", told)[2]


def _checksum(data: bytes) -> bytes:
    return struct.pack("I", zlib.crc32(data))


def _train(lr: float, batch_size: int) -> float:
    images, labels = (torch.from_numpy(one.copy()) for one in read_digits("train"))
    with torch.random.fork_rng(devices=[]), torch.enable_grad():
        torch.manual_seed(0)
        model = nn.Sequential(
            nn.Linear(784, 256, dtype=torch.float32), nn.ReLU(), nn.Linear(256, 10, dtype=torch.float32)
        )
        order = next(iter(DataLoader(range(len(labels)), batch_size=len(labels), shuffle=True)))  # pyright: ignore[reportArgumentType] (a range is a Dataset in all but name)
        optimizer, loss_fn = torch.optim.SGD(model.parameters(), lr=lr), nn.CrossEntropyLoss()
        for rows in order.split(batch_size):
            loss_fn(model(_floats(images[rows])), labels[rows].long()).backward()
            optimizer.step()
            optimizer.zero_grad()
    images, labels = (torch.from_numpy(one.copy()) for one in read_digits("t10k"))
    with torch.no_grad():
        return float((model(_floats(images)).argmax(1) == labels).float().mean())


def _floats(images: Tensor) -> Tensor:
    return images.to(torch.float32).div_(255)
