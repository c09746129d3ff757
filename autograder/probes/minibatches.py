"""Probes of the assignment 05_minibatches: batches are drawn and counted, a path is walked, two numbers are called for.

The evidence of one call of `minibatches` is its `outcome` (see `autograder.probes.calls`) and, where a value came back,

    batches    {"sizes": (k,) integers, "order": all their indices one after the other, "endless": it went on and on}
    odd        instead, where something is no batch: {"at": its number, or -1 for the whole, "value": its description}

A function that draws is called many times on a small n, each time with another generator. Of such a row of calls
the orders alone are told, up to the first call that gave no order of 0 .. n-1 in the expected batches. Every row gets
its least number of calls; the rest are made, row after row, as long as `BUDGET_S` lasts.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sized
from typing import Any, cast

import numpy as np

from autograder.plain import Plain
from autograder.probes.calls import Evidence, Function, attempt, call, probe_calls
from autograder.probes.describe import describe, other
from autograder.slope import Slope

MOST = 1000  # numbers in what is no batch
SPARE = 8  # indices in a batch beyond n: what comes after them is not looked at
BUDGET_S = 14.0  # below the time limit of a probe, so that a slow function gets a verdict
EPOCHS = 20  # so many epochs in batches of one, and more: an iterable that still goes on has no end


def probe_minibatches(function: Function | None, challenge: dict[str, Any]) -> Evidence:
    """`{"calls": one call each, "rows": many calls each}`; stops after a call that ran out of time."""
    end = time.monotonic() + BUDGET_S
    told: list[Plain] = []
    for made in challenge["calls"]:
        one = _drawn(function, made, np.random.default_rng(made["seed"]))
        told.append(one)
        if one["outcome"] in ("timeout", "undefined"):
            return {"calls": told, "rows": []}
    rows = [_Row(function, made) for made in challenge["rows"]]
    for row in rows:
        row.draw(row.made["least"])
    for row in rows:
        row.draw(row.made["times"], end)
    return {"calls": told, "rows": [{"orders": row.orders[: row.count], "odd": row.odd} for row in rows]}


def probe_descend(function: Function | None, challenge: dict[str, Any]) -> Evidence:
    """`{"calls": [evidence, ...]}`, each with a gradient made of the challenge's numbers."""
    told: list[Plain] = []
    for made in challenge["calls"]:
        args = [_gradient(value) if isinstance(value, dict) else value for value in made["args"]]
        kwargs = {name: _gradient(x) if isinstance(x, dict) else x for name, x in made["kwargs"].items()}
        told.append(call(function, args, kwargs))
        if told[-1]["outcome"] == "timeout":
            break
    return {"calls": told}


def _gradient(told: dict[str, Any]) -> Function:
    """A plain function `gradient(w)` made of the challenge's numbers."""
    slope = Slope.from_plain(told)

    def gradient(w: Any) -> Any:
        return slope(w)

    return gradient


def _drawn(function: Function | None, made: dict[str, Any], rng: np.random.Generator) -> Evidence:
    """The evidence of one call of `minibatches`."""
    if function is None:
        return {"outcome": "undefined"}
    n, size = made["n"], made["batch_size"]
    by_name = made["by"] == "keyword"
    args, kwargs = ([], {"n": n, "batch_size": size, "rng": rng}) if by_name else ([n, size, rng], {})
    told, returned = attempt(function, args, kwargs)
    if told["outcome"] != "value":
        return told
    told, batches = attempt(_batches, [returned, n], {})  # a generator runs the student's lines only now
    return told | batches if told["outcome"] == "value" else told


def _batches(returned: Any, n: int) -> Evidence:
    """What came out of an iterable: its batches, or what is no batch in it."""
    if returned is None or isinstance(returned, dict | str | bytes | set | frozenset) or not _iterable(returned):
        return {"odd": {"at": -1, "value": describe(returned)}}
    order: list[Any] = []
    sizes: list[int] = []
    most = EPOCHS * (n + SPARE)
    for at, batch in enumerate(returned):
        if at >= most:
            break
        value = describe(batch)
        array: Any = value.get("array")
        if value["kind"] == "number" and isinstance(returned, Sized):
            return {"odd": {"at": -1, "value": describe(returned)}}
        if array is None or array.ndim != 1 or (array.size and array.dtype.kind not in "iu"):
            return {"odd": {"at": at, "value": value if array is None or array.size <= MOST else other(batch)}}
        sizes.append(int(array.size))
        order.append(array[: n + SPARE].astype(np.int64))
    told = np.concatenate(order) if order else np.zeros(0, dtype=np.int64)
    return {"batches": {"sizes": np.array(sizes, dtype=np.int64), "order": told[:most], "endless": len(sizes) >= most}}


def _iterable(value: Any) -> bool:
    try:
        iter(value)
    except TypeError:
        return False
    return True


class _Row:
    """The orders of many calls, `(times, n)`, as far as they came, and the call that gave none."""

    def __init__(self, function: Function | None, made: dict[str, Any]) -> None:
        self.function, self.made = function, made
        self.orders = np.zeros((made["times"], made["n"]), dtype=np.int16)
        self.count = 0
        self.odd: Evidence | None = None

    def draw(self, times: int, end: float = math.inf) -> None:
        """Calls until there are so many orders, one call gave none, or it is later than `end`."""
        n, size = self.made["n"], self.made["batch_size"]
        sizes = [len(range(start, min(start + size, n))) for start in range(0, n, size)]
        while self.odd is None and self.count < times and time.monotonic() < end:
            one = _drawn(self.function, self.made, np.random.default_rng([self.made["seed"], self.count]))
            batches = cast("dict[str, Any]", one.get("batches", {}))
            if not batches or batches["sizes"].tolist() != sizes or sorted(batches["order"].tolist()) != list(range(n)):
                self.odd = one
            else:
                self.orders[self.count] = batches["order"]
                self.count += 1


PROBES = {
    "check_minibatches": probe_minibatches,
    "check_sgd_step": probe_calls,
    "check_descend": probe_descend,
    "check_cosine_to_full": probe_calls,
}
