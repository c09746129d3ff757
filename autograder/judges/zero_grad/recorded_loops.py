"""Draws what `diagnose` is shown: records of training loops of all four kinds.

A record is what a loop left behind: each minibatch's gradient, and the gradient that the update used. Every record is
of one kind only: the other three miss it by a wide margin. Some come from loops that are run here on one small problem
after another. The others are pairs: the same gradients, used by loops of two kinds, which look alike to whoever reads
a part of the record only (its end, one entry of each gradient, a sum or a length), or compares too loosely.

Nearly all records hold numbers whose sums are exact in any order, so that comparing with == does no harm. Some come
again with the used gradients a few last bits off, as they are where a sum was taken in another order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judges.finding import Challenge
from autograder.plain import Array

KINDS = ("correct", "accumulates", "erased", "stale")
APART = 0.5  # a record differs from what another kind would have left by at least so much, in some entry
SMALL, SMALL_APART = 0.05, 0.02  # the same where no gradient has an entry larger than SMALL

Record = dict[str, Any]


def used_by(kind: str, batch: Array) -> Array:
    """The gradients `(k, d)` that a loop of this kind uses, given its minibatches' gradients `(k, d)`."""
    if kind == "correct":
        return batch.copy()
    if kind == "accumulates":
        return batch.cumsum(axis=0)
    if kind == "erased":
        return np.zeros_like(batch)
    return np.concatenate([np.zeros_like(batch[:1]), batch[:-1]])


def kind_of(record: Record) -> str:
    """The kind of loop whose record this is: the nearest, by far."""
    batch, used = record["batch"], record["used"]
    return min(KINDS, key=lambda kind: float(np.abs(used - used_by(kind, batch)).max()))


def challenge(rng: np.random.Generator) -> Challenge:
    """Records of all kinds in a mixed order, none with its answer: the student's process sees them. The last is the
    first again.
    """
    records = _run(rng)
    for draw, kinds in ALIKE:
        records += _alike(rng, draw, kinds)
    mixed = [records[i] for i in rng.permutation(len(records))]
    told = [one | {"by": "keyword" if i % 2 else "position"} for i, one in enumerate(mixed)]
    return {"records": [*told, told[0]]}


def _run(rng: np.random.Generator) -> list[Record]:
    """Records of loops that are run here; some start with a gradient of 0, or meet the same one twice."""
    records: list[Record] = []
    for kind in KINDS:
        records.append(_record(rng, kind, 3, 4))
        records.append(_record(rng, kind, int(rng.integers(10, 16)), 3))
        records.append(_record(rng, kind, 5, 1))
        records.append(_record(rng, kind, 4, 5, twice=True))
        if kind != "erased":
            records.append(_record(rng, kind, 5, 3, zero_first=True))
            records += [records[i] | {"used": _last_bits(rng, records[i]["used"])} for i in (-5, -4)]
    return records


def _record(
    rng: np.random.Generator, kind: str, k: int, d: int, zero_first: bool = False, twice: bool = False
) -> Record:
    """The record of a loop of k updates of d weights, drawn again until it can be of one kind only."""
    while True:
        batch = _loop(rng, kind, k, d, zero_first, twice)
        if _of_one_kind(kind, batch, APART):
            return {"batch": batch, "used": used_by(kind, batch)}


def _of_one_kind(kind: str, batch: Array, apart: float) -> bool:
    used = used_by(kind, batch)
    return all(np.abs(used - used_by(other, batch)).max() >= apart for other in KINDS if other != kind)


def _loop(rng: np.random.Generator, kind: str, k: int, d: int, zero_first: bool, twice: bool) -> Array:
    """The minibatches' gradients: minibatch i has the loss |w - c_i|^2 / 2 times its steepness, rounded to 64ths."""
    w, lr = rng.normal(0, 3, d), float(rng.uniform(0.2, 0.6))
    centres, steep = rng.normal(0, 2, (k, d)), rng.uniform(0.5, 1.5, (k, 1))
    if zero_first:
        centres[0] = w
    batch: Array = np.zeros((k, d))
    for i in range(k):
        batch[i] = np.rint(64 * steep[i] * (w - centres[i])) / 64
        if twice and i == 1:
            batch[1] = batch[0]
        w = w - lr * used_by(kind, batch[: i + 1])[i]
    return batch


def _last_bits(rng: np.random.Generator, used: Array) -> Array:
    """The same numbers, each one to three last bits off; zeros stay."""
    return used * (1 + rng.choice([-3, -2, 2, 3], used.shape) * np.finfo(np.float64).eps)


def _alike(
    rng: np.random.Generator, draw: Callable[[np.random.Generator], Array], kinds: tuple[str, ...]
) -> list[Record]:
    """Records of several kinds with the same minibatches, drawn again until each can be of one kind only."""
    while True:
        batch = draw(rng)
        apart = SMALL_APART if draw is _small else APART
        if all(_of_one_kind(kind, batch, apart) for kind in kinds):
            return [{"batch": batch, "used": used_by(kind, batch)} for kind in kinds]


def _some(rng: np.random.Generator, k: int, d: int) -> Array:
    """Gradients `(k, d)`, in 64ths."""
    return np.rint(64 * rng.normal(0, 2, (k, d))) / 64


def _alike_at_the_end(rng: np.random.Generator) -> Array:
    """The first gradient is 0 and the last three are the same: correct and stale differ in the middle alone."""
    batch = _some(rng, 5, 3)
    batch[0], batch[3:] = 0, batch[2]
    return batch


def _zero_at_the_end(rng: np.random.Generator) -> Array:
    """The first and the last gradient are 0: correct and erased differ in the middle alone."""
    batch = _some(rng, 4, 3)
    batch[[0, -1]] = 0
    return batch


def _cancelled(rng: np.random.Generator) -> Array:
    """All gradients before the last add up to 0: the last update is the same whether or not they are added."""
    batch = _some(rng, 5, 2)
    batch[3] = -batch[:3].sum(axis=0)
    return batch


def _constant(rng: np.random.Generator) -> Array:
    """One gradient throughout, as of a full batch and a tiny lr: correct and stale differ in the first update alone."""
    return np.repeat(_some(rng, 1, 3), 4, axis=0)


def _with_dark_margin(rng: np.random.Generator) -> Array:
    """The first and the last entry are always 0, as for the weights of pixels that are black in every image."""
    batch = _some(rng, 4, 5)
    batch[:, [0, -1]] = 0
    return batch


def _turned(rng: np.random.Generator) -> Array:
    """The sum of all gradients so far is the last one with its entries moved on by a place, and adds up to 0."""
    first, second = 27 * rng.choice([-5, -4, -3, -2, 2, 3, 4, 5], 2) / 64  # to be divided by 3 three times
    total: Array = np.array([first, second, -first - second])
    batch = [total]
    for _ in range(3):
        batch.append(-(2 * total + np.roll(total, 1)) / 3)
        total = np.roll(batch[-1], 1)
    return np.array(batch)


def _diverging(rng: np.random.Generator) -> Array:
    """Each gradient is some nine times the last one, as where lr is too large: those before it hardly add to it."""
    first = rng.choice([-1, 1], 3) * rng.uniform(0.4, 1.2, 3)
    return np.rint(64 * first * (-rng.uniform(8.5, 10)) ** np.arange(3)[:, None]) / 64


def _small(rng: np.random.Generator) -> Array:
    """Small gradients, as near a minimum, in 1024ths."""
    while True:
        batch: Array = rng.integers(-40, 41, (3, 3)) / 1024
        if np.abs(used_by("accumulates", batch)).max() < SMALL:
            return batch


ALIKE: tuple[tuple[Callable[[np.random.Generator], Array], tuple[str, ...]], ...] = (
    (_alike_at_the_end, ("correct", "stale")),
    (_zero_at_the_end, ("correct", "erased")),
    (_cancelled, ("correct", "accumulates")),
    (_constant, ("correct", "stale")),
    (_with_dark_margin, ("accumulates", "stale")),
    (_turned, ("correct", "accumulates")),
    (_diverging, ("correct", "accumulates")),
    (_small, KINDS),
)
