"""The order of the indices: drawn from `rng`, and every order possible?

The function is called hundreds of times on a small n, each time with another generator. Of 3 indices there are 6
orders, and in 600 epochs a shuffle that can make all six does make them: even one that makes some order only once
in 27 misses it with probability 1.5e-10. For larger n less is asked, such as whether every index comes at every place.
A slow function is called less often, and then less is asked: at every length a full shuffle, even one by keys with
ties, fails by chance less than once in a million times.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from autograder.judges.finding import Finding
from autograder.judges.minibatches.epoch import Epoch
from autograder.plain import Array

ROWS = ((24, 6, 60), (3, 2, 600), (6, 3, 300), (4, 2, 400))
"""n, batch_size, and how many epochs are drawn; what tells most comes first, for time may end before the last."""
LEAST = {24: 12, 3: 12}
"""How many epochs are drawn of an n however slow they are."""
ENOUGH = {24: 12, 6: 250}
"""From how many epochs on each index must have come near every place and every other index."""
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
    few = array.ndim != 2 or not made["least"] <= len(array) <= made["times"]
    if few or array.shape[1] != made["n"] or not (np.sort(array, axis=1) == np.arange(made["n"])).all():
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


def name(rows: list[Row], epochs: list[Epoch]) -> Finding | None:
    """What is wrong with the orders; None where nothing is."""
    rows = [row for row in rows if len(row.orders)]
    if not rows:
        return None
    if all((row.orders == row.orders[0]).all() for row in rows):
        return _constant(rows)
    lacking = [row for row in rows if _lacks(row)]
    if not lacking:
        says, count = _common(rows, epochs), sum(len(row.orders) for row in rows) + len(epochs)
        return Finding("batch.partly_shuffled", f"In all {count} epochs {says}.", _EVERY_ORDER) if says else None
    says = _pattern(rows) or _common(rows, epochs) or "not every order is possible"
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
        return math.factorial(row.n) - _distinct(row) > may_be_missing(row.n, len(row.orders))
    if len(row.orders) < ENOUGH[row.n]:
        return False
    stays = bool((row.orders == row.orders[0]).all(axis=0).any())
    return stays or not _places(row).all() or _meetings(row).min() == 0 or _pattern([row]) is not None


def may_be_missing(n: int, epochs: int) -> int:
    """How many orders of n indices a shuffle may miss in so many epochs: more happens once in ten million times.

    The shuffles meant are the uniform one and the one by n keys of 0 .. n-1, where ties keep their order.
    """
    orders = math.factorial(n)
    by_keys = sorted(
        math.comb(2 * n - 1 - sum(a > b for a, b in itertools.pairwise(order)), n) / n**n
        for order in itertools.permutations(range(n))
    )
    for missing in range(ALL_ORDERS[n], orders):
        some = missing + 1
        rarest = min(some / orders, sum(by_keys[:some]))
        if math.comb(orders, some) * (1 - rarest) ** epochs < 1e-7:
            return missing
    return orders


def _common(rows: list[Row], epochs: list[Epoch]) -> str | None:
    """What the orders of all calls have in common, and those of a full shuffle have not; or None."""
    right = [epoch for epoch in epochs if epoch.right and epoch.n > 1]
    orders = [*(row.orders for row in rows), *(epoch.order[None] for epoch in right)]
    rests = [(epoch.order[-(epoch.n % epoch.batch_size) :], epoch.n) for epoch in right if epoch.n % epoch.batch_size]
    rests = [(rest, n) for rest, n in rests if len(rest) < n]
    if rests and all((rest >= n - len(rest)).all() for rest, n in rests):
        return "the short last batch always holds the last indices"
    if not any((some == np.arange(some.shape[1])).any() for some in orders):
        return "no index ever comes at its own place"
    if not any((_inversions(some) % 2).any() for some in orders):
        return "an even number of swaps leads from 0, 1, 2, ... to the order: half of all orders never come"
    return None


def _inversions(orders: Array) -> Array:
    """In how many pairs the larger index comes first, for each order."""
    return np.triu(orders[:, :, None] > orders[:, None, :], 1).sum(axis=(1, 2))


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
    """What all orders cut into batches of one size have in common, in words."""
    rows = [row for row in rows if row.n % row.batch_size == 0]
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


def _in_two_runs(row: Row) -> bool:
    falls = [(np.diff(one, axis=1) < 0).sum(axis=1).max() for one in (row.orders, np.argsort(row.orders, axis=1))]
    return bool(min(falls) <= 1)


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
        lambda row: bool((np.minimum(row.orders[:, 0], row.orders[:, -1]) == 0).all() and _distinct(row) == 2),
        "the row is only turned round",
    ),
    (_in_two_runs, "the row is cut in two once, and the indices of each part keep rising"),
    (_same_contents, "each batch always holds the same indices together"),
    (lambda row: bool((np.diff(row.batches, axis=2) < 0).all()), "inside a batch the indices always fall"),
    (lambda row: bool((row.orders[:, 0] == row.orders[0, 0]).all()), "the first index is always the same"),
    (lambda row: bool((row.orders[:, -1] == row.orders[0, -1]).all()), "the last index is always the same"),
    (
        lambda row: bool(((row.orders != np.arange(row.n)).sum(axis=1) <= 2).all()),
        "at most two indices change places in an epoch",
    ),
)
