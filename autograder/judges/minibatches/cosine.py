"""The judge of `cosine_to_full`: how well a minibatch's mean gradient points where the mean of all points.

Three choices make the number: which vector stands for the batch, which for all, and what becomes of the two.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judges.finding import Challenge
from autograder.judges.numbers.faults import Fault
from autograder.judges.numbers.numeric import Numeric
from autograder.judges.numbers.spread import calls
from autograder.plain import Array

Vector = Callable[[Array, Array], Any]  # grads, batch -> one vector


def _cosine(a: Array, b: Array) -> Any:
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))


def _mean(rows: Array) -> Array:
    """The mean row; nan where there is none."""
    return rows.sum(axis=0) / len(rows) if len(rows) else np.full(rows.shape[1], np.nan)


def _of_batch(grads: Array, batch: Array) -> Any:
    return _mean(grads[batch])


def _of_all(grads: Array, batch: Array) -> Any:
    return _mean(grads)


def cosine_to_full(
    grads: Any,
    batch: Any,
    *,
    part: Vector = _of_batch,
    full: Vector = _of_all,
    final: Callable[[Array, Array], Any] = _cosine,
) -> float:
    """The cosine between the mean of `grads[batch]` and the mean of all rows of `grads` `(n, d)`."""
    grads, batch = np.asarray(grads, dtype=np.float64), np.asarray(batch)
    with np.errstate(all="ignore"):
        return float(final(np.asarray(part(grads, batch)), np.asarray(full(grads, batch))))


def challenge(rng: np.random.Generator) -> Challenge:
    """Batches of one index up to all but one, in no order, some of which point away from the mean of all."""
    grads = _gradients(rng, 6, 3)
    batch = _batch(rng, grads, 3)
    against = _against(grads, 2)
    turned = np.empty_like(grads)
    turned[np.argsort(grads @ grads.mean(axis=0))] = grads[np.argsort(-grads @ grads.mean(axis=0))]
    small = _gradients(rng, 4, 2)
    return calls(
        ([small, _batch(rng, small, 2)], {}),
        ([grads, batch], {}),
        ([grads, against], {}),
        ([turned, against], {}),  # the same rows in another order: the batch points with the mean of all
        ([grads, _batch(rng, grads, 1)], {}),
        ([_gradients(rng, 6, 3), batch], {}),
        *(([np.roll(grads, places, axis=0), batch], {}) for places in (1, 2)),
        ([], {"grads": grads, "batch": _batch(rng, grads, 4)}),
        ([], {"batch": _against(small, 1), "grads": small}),
        (_opposed_with_equal_signs(rng), {}),
        (_both(rng, 5, 5, 2), {}),
        (_both(rng, 5, 5, 4), {}),
        (_both(rng, 40, 12, 7), {}),
        (_both(rng, 9, 64, 8), {}),
        ([grads, batch], {}),
    )


def _gradients(rng: np.random.Generator, n: int, d: int) -> Array:
    """Gradients `(n, d)` with two decimals; where d is small, two rows point against the mean of all."""
    while True:
        grads = np.round(rng.normal(0.5, 1.5, (n, d)), 2)
        full = grads.mean(axis=0)
        length = float(np.linalg.norm(full))
        if length > 0.4 and abs(length - 1) > 0.05 and (d > 5 or _has_opposed(grads)):
            return grads


def _has_opposed(grads: Array) -> bool:
    """Whether two rows give a clearly negative cosine, and a mean over all numbers of the other sign."""
    full, against = grads.mean(axis=0), grads[_against(grads, 2)]
    return float((against @ full).max()) < -0.1 and float(against.mean() * grads.mean()) < -0.01


def _batch(rng: np.random.Generator, grads: Array, size: int) -> Array:
    """So many different indices in no order, whose mean gradient points somewhat elsewhere than that of all."""
    while True:
        batch = rng.permutation(len(grads))[:size]
        one = cosine_to_full(grads, batch)
        apart = size == 1 or (np.diff(batch) < 0).any()
        if (
            apart
            and (0.05 < abs(one) < 0.98 or size > len(grads) // 2)
            and np.linalg.norm(_of_batch(grads, batch)) > 0.2
        ):
            return batch


def _against(grads: Array, size: int) -> Array:
    """The indices that point most against the mean of all."""
    return np.argsort(grads @ grads.mean(axis=0))[:size][::-1].copy()


def _both(rng: np.random.Generator, n: int, d: int, size: int) -> list[Any]:
    grads = _gradients(rng, n, d)
    return [grads, _batch(rng, grads, size)]


def _opposed_with_equal_signs(rng: np.random.Generator) -> list[Any]:
    """One row that points against the mean of all, although the numbers of both add up to something positive."""
    order = rng.permutation(4)
    grads = rng.integers(1, 4) * np.array([[-0.3, 1.2], [2.1, -1.9], [1.5, -1.2], [0.9, -0.4]])
    return [grads[order], np.flatnonzero(order == 0)]


def _unit(rows: Array) -> Array:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def _rest(grads: Array, batch: Array) -> Array:
    return np.delete(grads, batch, axis=0)


def _angle(a: Array, b: Array) -> Any:
    return np.arccos(np.clip(_cosine(a, b), -1, 1))


def _lengths(order: float) -> Callable[[Array, Array], Any]:
    return lambda a, b: a @ b / (np.linalg.norm(a, order) * np.linalg.norm(b, order))


def _each(grads: Array, batch: Array) -> float:
    return float((_unit(grads[batch]) @ _unit(grads.mean(axis=0)[None])[0]).mean())


def _pairs(grads: Array, batch: Array) -> float:
    return float((_unit(grads[batch]) @ _unit(grads).T).mean())


def _matrix_lengths(grads: Array, batch: Array) -> float:
    return float(grads[batch].mean(axis=0) @ grads.mean(axis=0) / (_long(grads[batch]) * _long(grads)))


def _scalars(grads: Array, batch: Array) -> float:
    return float(np.sign(grads[batch].mean() * grads.mean()))


_LENGTH = "What is the cosine of a vector with twice itself?"
_ASKED = "Is an angle asked for, a distance, or a cosine, and what is it where both point the same way?"
_SIGNS = "What do two vectors have that point opposite ways, and where does their product say so?"
_BATCH = "Which rows of grads does the batch name, and which of them are in the mean?"
_FULL = "Over which rows goes the mean of all?"
_FIRST_MEAN = "What comes first: the mean of the gradients, or their cosine?"
_AXIS = "How many numbers has one gradient, and how many has the mean of several?"

_PARTS: tuple[tuple[str, Vector, str, str], ...] = (
    ("batch.first_only", lambda g, b: g[b[0]], "only the first gradient of the batch was taken.", _BATCH),
    ("loop.overwritten", lambda g, b: g[b[-1]], "only the last gradient of the batch was taken.", _BATCH),
    ("argument.ignored", lambda g, b: _mean(g[: len(b)]), "there the first rows stand for the batch.", _BATCH),
    ("argument.ignored", lambda g, b: _mean(g[-len(b) :]), "there the last rows stand for the batch.", _BATCH),
    ("argument.ignored", lambda g, b: g[0], "row 0 stands for the batch.", _BATCH),
    ("batch.range", lambda g, b: _mean(g[b.min() : b.max() + 1]), "the batch was taken as a range of rows.", _BATCH),
    ("batch.range", lambda g, b: _mean(g[b.min() : b.max()]), "the batch was taken as a range of rows.", _BATCH),
    ("batch.range", lambda g, b: _mean(g[b[0] : b[-1] + 1]), "the batch was taken as a range of rows.", _BATCH),
    ("batch.range", lambda g, b: _mean(g[b[0] : b[-1]]), "the batch was taken as a range of rows.", _BATCH),
    ("batch.others", lambda g, b: _mean(_rest(g, b)), "those are the rows that are not in the batch.", _BATCH),
    ("loop.off_by_one", lambda g, b: _mean(g[b[:-1]]), "the last index of the batch is left out.", _BATCH),
    ("loop.off_by_one", lambda g, b: _mean(g[b[1:]]), "the first index of the batch is left out.", _BATCH),
    ("loop.off_by_one", lambda g, b: _mean(g[b - 1]), "each index is taken one too low.", _BATCH),
    ("order.normalised_first", lambda g, b: _mean(_unit(g[b])), "the batch's gradients had length 1.", _FIRST_MEAN),
    ("reduction.median", lambda g, b: np.median(g[b], axis=0), "the batch has its median there.", _FIRST_MEAN),
    ("reduction.max", lambda g, b: g[b].max(axis=0), "the batch has its largest numbers there.", _FIRST_MEAN),
    ("abs", lambda g, b: _mean(np.abs(g[b])), "the batch's gradients lost their signs.", _FIRST_MEAN),
)
_FULLS: tuple[tuple[str, Vector, str, str], ...] = (
    ("full.others", lambda g, b: _mean(_rest(g, b)), "the batch is left out of the mean of all.", _FULL),
    ("full.first_only", lambda g, b: g[0], "row 0 stands for all.", _FULL),
    ("full.first_only", lambda g, b: g[-1], "the last row stands for all.", _FULL),
    ("loop.off_by_one", lambda g, b: _mean(g[:-1]), "the last row is left out of the mean of all.", _FULL),
    ("loop.off_by_one", lambda g, b: _mean(g[1:]), "row 0 is left out of the mean of all.", _FULL),
    ("order.normalised_first", lambda g, b: _mean(_unit(g)), "all gradients had length 1.", _FIRST_MEAN),
    ("reduction.median", lambda g, b: np.median(g, axis=0), "the median stands for all.", _FULL),
    ("abs", lambda g, b: _mean(np.abs(g)), "the gradients lost their signs in the mean of all.", _FULL),
)
_FINALS: tuple[tuple[str, Callable[[Array, Array], Any], str, str], ...] = (
    ("norm.missing", lambda a, b: a @ b, "that is the product of the two means, not divided by lengths.", _LENGTH),
    ("norm.missing", lambda a, b: a @ b / np.linalg.norm(a), "the length of the mean of all still counts.", _LENGTH),
    ("norm.missing", lambda a, b: a @ b / np.linalg.norm(b), "the length of the batch's mean still counts.", _LENGTH),
    ("norm.wrong", lambda a, b: a @ b / (a @ a), "that is divided by the batch's squared length.", _LENGTH),
    ("norm.wrong", lambda a, b: a @ b / (b @ b), "that is divided by the squared length of the mean of all.", _LENGTH),
    ("norm.wrong", lambda a, b: a @ b / (a @ a * (b @ b)), "the lengths were squared.", _LENGTH),
    ("norm.wrong", lambda a, b: a @ b / (a @ a * _long(b)), "the first length was squared.", _LENGTH),
    ("norm.wrong", lambda a, b: a @ b / (b @ b * _long(a)), "the second length was squared.", _LENGTH),
    ("norm.wrong", lambda a, b: a @ b / np.sqrt(_long(a) * _long(b)), "of the lengths the root was taken.", _LENGTH),
    ("norm.wrong", lambda a, b: a @ b / (_long(a) + _long(b)), "the lengths were added, not multiplied.", _LENGTH),
    ("norm.wrong", lambda a, b: a @ b / _long(a) * _long(b), "it is multiplied by the second length.", _LENGTH),
    ("norm.wrong", lambda a, b: a @ b * _long(a) * _long(b), "it is multiplied by the lengths.", _LENGTH),
    ("norm.wrong", _lengths(1), "a length is not the sum of absolute values.", _LENGTH),
    ("norm.wrong", _lengths(np.inf), "a length is not the largest absolute value.", _LENGTH),
    ("norm.wrong", lambda a, b: a @ b / (a.sum() * b.sum()), "a length is not the sum.", _LENGTH),
    ("reduction.mean", lambda a, b: _cosine(a, b) / len(a), "that is divided by the number of weights.", _LENGTH),
    ("norm.wrong", lambda a, b: _cosine(a, b) * len(a), "the lengths hold a mean where a sum belongs.", _LENGTH),
    ("cosine.centred", lambda a, b: np.corrcoef(a, b)[0, 1], "that is a correlation: a mean was taken off.", _LENGTH),
    ("abs", lambda a, b: np.abs(a * b).sum() / (_long(a) * _long(b)), "the products lost their signs.", _SIGNS),
    ("angle.returned", _angle, "that is the angle.", _ASKED),
    ("angle.returned", lambda a, b: np.degrees(_angle(a, b)), "that is the angle in degrees.", _ASKED),
    ("angle.returned", lambda a, b: _angle(a, b) / np.pi, "that is the angle in half turns.", _ASKED),
    ("angle.returned", lambda a, b: np.cos(_cosine(a, b)), "that is the cosine of the cosine.", _ASKED),
    ("angle.returned", lambda a, b: np.sin(_angle(a, b)), "that is the sine.", _ASKED),
    ("cosine.distance", lambda a, b: 1 - _cosine(a, b), "that is 1 minus the cosine.", _ASKED),
    ("cosine.distance", lambda a, b: (1 + _cosine(a, b)) / 2, "that is moved to 0 .. 1.", _ASKED),
    ("cosine.distance", lambda a, b: max(_cosine(a, b), 0), "a negative cosine became 0.", "May it be negative?"),
    ("cosine.squared", lambda a, b: _cosine(a, b) ** 2, "that is the square of the cosine.", _ASKED),
    ("cosine.distance", lambda a, b: np.linalg.norm(a - b), "that is a distance.", _ASKED),
    ("cosine.distance", lambda a, b: ((a - b) ** 2).sum(), "that is a squared distance.", _ASKED),
)


def _long(x: Array) -> Any:
    return np.linalg.norm(x)


COSINE_TO_FULL = Numeric(
    function="cosine_to_full",
    parameters=("grads", "batch"),
    truth=cosine_to_full,
    faults=(
        *(Fault(mistake, {"part": part}, says, hint) for mistake, part, says, hint in _PARTS),
        *(Fault(mistake, {"full": full}, says, hint) for mistake, full, says, hint in _FULLS),
        *(Fault(mistake, {"final": final}, says, hint) for mistake, final, says, hint in _FINALS),
        Fault("order.mean_of_cosines", _each, "that is the mean of one cosine for each gradient.", _FIRST_MEAN),
        Fault("order.mean_of_cosines", _pairs, "that is the mean of the cosines of all pairs.", _FIRST_MEAN),
        Fault(
            "norm.wrong", _matrix_lengths, "the lengths are those of all numbers in the rows, not of a mean.", _LENGTH
        ),
        Fault(
            "reduction.sum",
            {"part": lambda g, b: g[b].sum(axis=0), "full": lambda g, b: g.sum(axis=0)},
            "the gradients are added up, not averaged.",
            "Does a sum of gradients have the length of their mean?",
        ),
        Fault("axis.all", _scalars, "there each mean is one number, so only a sign is left.", _AXIS),
        Fault(
            "order.normalised_first",
            {"part": lambda g, b: _mean(_unit(g[b])), "full": lambda g, b: _mean(_unit(g))},
            "all gradients had length 1 before their mean was taken.",
            _FIRST_MEAN,
        ),
    ),
)
