"""One epoch of minibatches, read from the evidence of one call; or what stands in its way.

What may be wrong with the sizes and the indices is named in `cutting` beside this, what with their order in
`shuffling`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from autograder.judges.finding import Evidence, Finding
from autograder.judges.numbers.faults import Made
from autograder.judges.numbers.outcomes import outcome_trouble
from autograder.judges.numbers.words import quoted, shown_call, with_article
from autograder.plain import Array

FUNCTION = "minibatches"
MOST_SHOWN = 12


@dataclass(frozen=True)
class Epoch:
    """The batches of one call, read from its evidence."""

    made: Made
    n: int
    batch_size: int
    sizes: list[int]
    order: Array
    endless: bool

    @property
    def expected(self) -> list[int]:
        """The sizes asked for."""
        return [min(self.batch_size, self.n - start) for start in range(0, self.n, self.batch_size)]

    @property
    def complete(self) -> bool:
        """Whether each of 0 .. n-1 came once."""
        return self.came == list(range(self.n))

    @property
    def right(self) -> bool:
        """Whether it is complete, in batches of the right sizes."""
        return self.sizes == self.expected and self.complete and not self.endless

    @property
    def came(self) -> list[int]:
        """The indices in rising order."""
        return sorted(self.order.tolist())

    @property
    def missing(self) -> list[int]:
        """Those of 0 .. n-1 that never came."""
        return sorted(set(range(self.n)) - set(self.came))

    def gave(self) -> str:
        """`minibatches(3, 2, default_rng(7)) gave [[2, 0], [1]]`, or the sizes of what is too much to show."""
        return f"{shown_call(FUNCTION, self.made)} gave {self._batches()}"

    def _batches(self) -> str:
        if not self.sizes:
            return "no batch"
        if len(self.order) > MOST_SHOWN or sum(self.sizes) != len(self.order):
            more = ", ..." if len(self.sizes) > MOST_SHOWN else ""
            return f"batches of {', '.join(map(str, self.sizes[:MOST_SHOWN]))}{more}"
        return str([part.tolist() for part in np.split(self.order, np.cumsum(self.sizes)[:-1])])


def as_call(made: dict[str, Any], draw: int | None = None) -> Made:
    """The call as a student would type it."""
    seed = made["seed"] if draw is None else [made["seed"], draw]
    values = {"n": made["n"], "batch_size": made["batch_size"], "rng": f"default_rng({seed})"}
    return {"args": [], "kwargs": values} if made["by"] == "keyword" else {"args": list(values.values()), "kwargs": {}}


def read(made: dict[str, Any], one: Evidence, draw: int | None = None) -> Epoch | Finding:
    """The epoch in the evidence of a call, or what stands in its way."""
    calling = as_call(made, draw)
    trouble = outcome_trouble(FUNCTION, calling, one) or _odd(calling, made, one)
    if trouble is not None:
        return trouble
    told = one["batches"]
    sizes, order = _whole(told["sizes"]), _whole(told["order"])
    return Epoch(calling, made["n"], made["batch_size"], sizes.tolist(), order, bool(told["endless"]))


def _odd(calling: Made, made: dict[str, Any], one: Evidence) -> Finding | None:
    """The finding where what was returned, or something in it, is no batch of integer indices."""
    if one.get("odd") is None:
        return None
    at, value = one["odd"]["at"], one["odd"]["value"]
    kind, called = value["kind"], shown_call(FUNCTION, calling)
    if at == -1 and kind == "none":
        return Finding("returns.none", f"{called} gave None.", "Does every path through the function end in a return?")
    found = with_article(quoted(value.get("type"))) if kind != "none" else "None"
    array = value.get("array")
    if isinstance(array, np.ndarray):
        shape = cast("Array", array).shape
        found += f" of shape {shape}" if shape else ""
        if at == -1 and len(shape) == 1:
            return _flat(called, found, cast("Array", array), made)
        if at >= 0 and len(shape) != 1:
            return Finding(
                "returns.shape",
                f"batch {at + 1} of {called} is {found}; expected is a row of indices.",
                "How many dimensions has an array that lists the rows to take?",
            )
        found += f", with {array.dtype.name} numbers" if shape else ""
    elif value.get("text"):
        found += f", {quoted(value['text'])}"
    if at == -1:
        return Finding(
            "returns.type",
            f"{called} gave {found}; expected are batches, one after the other.",
            "What can a for loop go through, and what should it meet there?",
        )
    return Finding(
        "returns.type",
        f"batch {at + 1} of {called} is {found}; expected is an array of integer indices.",
        "Could this be put into square brackets to take rows out of an array?",
    )


def _flat(called: str, found: str, array: Array, made: dict[str, Any]) -> Finding:
    """One row of numbers where batches are asked for."""
    first = min(made["batch_size"], made["n"])
    if len(array) == first < made["n"]:
        return Finding(
            "loop.early_return",
            f"{called} gave {found}: that is one batch, where {-(-made['n'] // first)} are asked for.",
            "After how many rounds of the loop is return reached?",
        )
    return Finding(
        "returns.shape",
        f"{called} gave {found}: single numbers, not batches of them.",
        "Where is the row of indices cut into batches?",
    )


def _whole(array: Any) -> Array:
    if not isinstance(array, np.ndarray) or cast("Array", array).ndim != 1 or array.dtype.kind not in "iu":
        raise TypeError("sizes and indices are rows of integers")
    return cast("Array", array).astype(np.int64)
