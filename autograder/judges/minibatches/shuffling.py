"""The order of the indices: drawn from `rng`, and every order possible?

The function is called hundreds of times on a small n, each time with another generator. Of 3 indices there are 6
orders, and in 600 epochs a shuffle that can make all six does make them: even one that makes some order only once
in 27 misses it with probability 1.5e-10. For larger n less is asked, such as whether every index comes at every place.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from autograder.judges.finding import Finding
from autograder.judges.minibatches.epoch import Epoch
from autograder.plain import Array

ROWS = ((3, 2, 600), (4, 2, 400), (6, 3, 300), (24, 6, 60))
"""n, batch_size, and how many epochs are drawn."""
ALL_ORDERS = {3: 0, 4: 5}
"""The n whose orders are counted, and how many of them may be missing: a shuffle with ties makes some very seldom."""

_EVERY_ORDER = "Could index 0 come last of all, and could any two indices meet in one batch, whatever batch_size is?"
_FROM_RNG = "Which line draws the order, and does it ask `rng`?"


@dataclass(frozen=True)
class Row:
    """Many epochs of one n and batch_size."""

    n: int
    batch_size: int
    orders: Array

    def told(self) -> str:
        """`600 epochs of minibatches(3, 2, rng)`."""
        return f"{len(self.orders)} epochs of minibatches({self.n}, {self.batch_size}, rng)"

    @property
    def batches(self) -> Array:
        """The orders cut into batches `(epochs, batches, batch_size)`, where batch_size divides n."""
        return self.orders.reshape(len(self.orders), -1, self.batch_size)


def read_row(made: dict[str, Any], orders: Any) -> Row:
    """The row in its evidence. Raises TypeError or ValueError where it is none."""
    if not isinstance(orders, np.ndarray) or orders.dtype.kind not in "iu":
        raise TypeError("orders are integers")
    array = cast("Array", orders).astype(np.int64)
    if array.shape != (made["times"], made["n"]) or not (np.sort(array, axis=1) == np.arange(made["n"])).all():
        raise ValueError("each order holds each index once")
    return Row(made["n"], made["batch_size"], array)


def drawn_elsewhere(epochs: list[Epoch]) -> Finding | None:
    """Two generators of one seed that gave two orders."""
    for i, epoch in enumerate(epochs):
        for again in epochs[:i]:
            if epoch.made == again.made and epoch.right and again.right and (epoch.order != again.order).any():
                return Finding(
                    "argument.ignored",
                    f"{again.gave()} when first called; the same call, with a new generator of the same seed, began "
                    f"with {epoch.order[:4].tolist()} instead of {again.order[:4].tolist()}: not all of the order "
                    "comes from rng.",
                    _FROM_RNG,
                )
    return None


def unshuffled(epochs: list[Epoch]) -> bool:
    """Whether the indices rise from batch to batch in every call."""
    longer = [epoch.order for epoch in epochs if len(epoch.order) > 2]
    return bool(longer) and all(bool((np.diff(order) > 0).all()) for order in longer)


def name(rows: list[Row]) -> Finding | None:
    """What is wrong with the orders; None where nothing is."""
    if not rows:
        return None
    if all((row.orders == row.orders[0]).all() for row in rows):
        return _constant(rows)
    lacking = [row for row in rows if _lacks(row)]
    if not lacking:
        return None
    says = _pattern([row for row in rows if row.n % row.batch_size == 0]) or "not every order is possible"
    return Finding("batch.partly_shuffled", f"In {_count(lacking[0])}: {says}.", _EVERY_ORDER)


def _constant(rows: list[Row]) -> Finding:
    def sorted_either_way(row: Row) -> bool:
        return bool((np.diff(row.orders[0]) == 1).all() or (np.diff(row.orders[0]) == -1).all())

    row = next((row for row in rows if not sorted_either_way(row)), None)
    if row is None:
        return Finding(
            "batch.unshuffled",
            f"{rows[0].told()} all had the order {rows[0].orders[0].tolist()}: nothing is shuffled.",
            "What would a minibatch hold if the rows of the data were sorted by class?",
        )
    return Finding(
        "batch.same_order",
        f"{row.told()}, each with another generator, all had the order {row.orders[0].tolist()}.",
        _FROM_RNG,
    )


def _lacks(row: Row) -> bool:
    """Whether something never came that every full shuffle brings in so many epochs."""
    if row.n in ALL_ORDERS:
        return math.factorial(row.n) - _distinct(row) > ALL_ORDERS[row.n]
    return not _places(row).all() or _meetings(row).min() == 0


def _places(row: Row) -> Array:
    """How often each index came at each place; for many indices, each quarter of them in each quarter of the places."""
    parts = 4 if row.n > 8 else row.n
    place, index = np.arange(row.n) * parts // row.n, row.orders * parts // row.n
    counts = np.zeros((parts, parts), dtype=np.int64)
    np.add.at(counts, (np.broadcast_to(place, index.shape), index), 1)
    return counts


def _meetings(row: Row) -> Array:
    """How often two indices stood side by side, for each pair; of many, whether each met most others in a batch."""
    together = np.zeros((row.n, row.n), dtype=np.int64)
    if row.n > 8:
        for batch in row.batches.reshape(-1, row.batch_size):
            together[np.ix_(batch, batch)] += 1
        met = (together > 0).sum(axis=1)  # with so few epochs not every pair has to meet, but most do
        return (met > row.n // 2).astype(np.int64)
    np.add.at(together, (row.orders[:, :-1], row.orders[:, 1:]), 1)
    return together[~np.eye(row.n, dtype=bool)]


def _count(row: Row) -> str:
    possible = math.factorial(row.n)
    if row.n in ALL_ORDERS:
        return f"{row.told()} only {_distinct(row)} of {possible} orders came"
    return f"{row.told()} some indices never came near some places, or never met"


def _distinct(row: Row) -> int:
    return len(np.unique(row.orders, axis=0))


def _pattern(rows: list[Row]) -> str | None:
    """What all orders have in common, in words."""
    for holds, says in _PATTERNS:
        if rows and all(holds(row) for row in rows):
            return says
    return None


def _same_contents(row: Row) -> bool:
    return (
        len({frozenset(batch) for batch in row.batches.reshape(-1, row.batch_size).tolist()}) == row.n // row.batch_size
    )


def _inside_fixed(row: Row) -> bool:
    return len({tuple(batch) for batch in row.batches.reshape(-1, row.batch_size).tolist()}) == row.n // row.batch_size


def _batches_stay(row: Row) -> bool:
    sets = np.sort(row.batches, axis=2)
    return bool((sets == sets[0]).all())


_PATTERNS: tuple[tuple[Callable[[Row], bool], str], ...] = (
    (_inside_fixed, "the batches change places, but each one is the same row of indices every time"),
    (_batches_stay, "indices change places within their batch only, and every batch keeps its own"),
    (
        lambda row: bool(
            ((row.orders - row.orders[:, :1]) % row.n == (row.orders - row.orders[:, :1])[0] % row.n).all()
        ),
        "only the index that it starts with is drawn, and the rest follows in one fixed row",
    ),
    (lambda row: bool((np.diff(row.batches, axis=2) > 0).all()), "inside a batch the indices always rise"),
    (
        lambda row: bool((np.minimum(row.orders[:, 0], row.orders[:, -1]) == 0).all() and _ways(row) == 2),
        "the row is only turned round",
    ),
    (_same_contents, "each batch always holds the same indices together"),
    (lambda row: bool((np.diff(row.batches, axis=2) < 0).all()), "inside a batch the indices always fall"),
    (lambda row: bool((row.orders[:, 0] == row.orders[0, 0]).all()), "the first index is always the same"),
    (lambda row: bool((row.orders[:, -1] == row.orders[0, -1]).all()), "the last index is always the same"),
    (
        lambda row: bool(((row.orders != np.arange(row.n)).sum(axis=1) <= 2).all()),
        "at most two indices change places in an epoch",
    ),
    (lambda row: bool((row.orders != np.arange(row.n)).all()), "no index ever comes at its own place"),
)


def _ways(row: Row) -> int:
    return _distinct(row)
