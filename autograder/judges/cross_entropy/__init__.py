"""Judges of the assignment 03_cross_entropy.

The three functions take p and q alike, so one kind of challenge serves them all. Its probabilities
are multiples of 1/16 or 1/1024: they sum to exactly 1, and a student can type the short ones again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.judges.cross_entropy.recipes import SCALES, Quantity, cheapest, named
from autograder.judges.cross_entropy.terms import CROSS_ENTROPY, KL_DIVERGENCE, PERPLEXITY
from autograder.judges.cross_entropy.zeros import at_zeros, with_epsilon
from autograder.judges.finding import Challenge, Check
from autograder.judges.numbers.faults import Fault, Made, is_coarse
from autograder.judges.numbers.numeric import Numeric
from autograder.plain import Array

PARAMETERS = ("p", "q")
MANY, FEW = 1024, 16
LEAST_APART_BITS = 0.5

_BITS = SCALES[0][1]
_OTHER_ORDER = named(
    "arguments.swapped",
    "called by position, p and q change places.",
    "In which order does the task name the parameters?",
)


def cross_entropy(p: Any, q: Any) -> float:
    """H(p, q) in bits; p_i = 0 adds 0, p_i > 0 with q_i = 0 gives inf. Source: Cover and Thomas, section 5.4."""
    return CROSS_ENTROPY.value(*_pair(p, q), _BITS)


def kl_divergence(p: Any, q: Any) -> float:
    """KL(p || q) in bits; zeros as in `cross_entropy`. Source: Kullback and Leibler 1951."""
    return KL_DIVERGENCE.value(*_pair(p, q), _BITS)


def perplexity(p: Any, q: Any) -> float:
    """2 ** H(p, q), a number of equally likely cases."""
    return PERPLEXITY.value(*_pair(p, q), _BITS)


def challenge(rng: np.random.Generator) -> Challenge:
    """Calls with lists and arrays, by position and by keyword, with 2 to 64 outcomes, with and without zeros."""
    p, q = _apart(rng, 3, FEW)
    other_p, other_q = _apart(rng, 3, MANY)
    two_p, two_q = _apart(rng, 2, MANY)
    same = _drawn(rng, 5, MANY)
    first = _call(p.tolist(), q.tolist())
    return {
        "calls": [
            first,
            *(_call(x.tolist(), q.tolist()) for x in (np.roll(p, 1), other_p)),  # does p make a difference?
            *(_call(p.tolist(), x.tolist()) for x in (np.roll(q, 1), other_q)),  # does q?
            _call(_without(p, int(q.argmin())).tolist(), q.tolist()),
            _call(*_apart(rng, 4, FEW), keyword=True),
            *_one_hot(rng),
            *_zeros(rng),
            _call(two_p.tolist(), two_q.tolist(), keyword=True),
            _call(*_apart(rng, 9, MANY)),
            _call(*_apart(rng, 64, MANY)),
            _call(same, same),
            first,  # once more: is anything kept between two calls?
        ]
    }


def _one_hot(rng: np.random.Generator) -> list[Made]:
    """The lecture's case, a p of whole numbers; and one-hot answers, the right one and the wrong one."""
    dog = [0, 0, 0]
    dog[rng.integers(3)] = 1
    sure = np.eye(2)[rng.permutation(2)]
    return [
        _call(dog, (rng.permutation([3, 6, 7]) / FEW).tolist()),  # no bits that are a whole number
        _call(sure[0], sure[0]),
        _call(sure[0].tolist(), sure[1].tolist()),
    ]


def _zeros(rng: np.random.Generator) -> list[Made]:
    """Zeros in p, in p and q at the same place, in q where p is positive, and in a long p and q."""
    i, j = 1 + rng.permutation(3)[:2]
    several = 1 + rng.permutation(62)[:9]
    return [
        _call(_drawn(rng, 5, FEW, [i]), _drawn(rng, 5, FEW)),
        _call(_drawn(rng, 5, FEW, [i]).tolist(), _drawn(rng, 5, FEW, [i]).tolist()),
        _call(_drawn(rng, 5, FEW), _drawn(rng, 5, FEW, [j]), keyword=True),
        _call(_drawn(rng, 5, FEW).tolist(), _drawn(rng, 5, FEW, [i]).tolist()),
        _call(_drawn(rng, 5, FEW, [i]), _drawn(rng, 5, FEW, [i, j])),
        _call(_drawn(rng, 64, MANY, several), _drawn(rng, 64, MANY, several[:4])),
    ]


def _apart(rng: np.random.Generator, size: int, parts: int) -> tuple[Array, Array]:
    """A p and a q without zeros, on which no two of the quantities that students confuse agree.

    A short p or q has no two equal entries: one of them is the likeliest.
    """
    while True:
        p, q = _drawn(rng, size, parts), _drawn(rng, size, parts)
        if size < FEW and min(np.unique(p).size, np.unique(q).size) < size:
            continue
        divergences = kl_divergence(p, q), kl_divergence(q, p)
        confused = (cross_entropy(p, q), cross_entropy(q, p), cross_entropy(p, p), cross_entropy(q, q), *divergences)
        if min(divergences) > LEAST_APART_BITS and np.diff(np.sort(confused)).min() > LEAST_APART_BITS / 100:
            return p, q


def _drawn(rng: np.random.Generator, size: int, parts: int, zeros: Sequence[int] | Array = ()) -> Array:
    """A probability vector of multiples of 1 / parts: 0 at `zeros`, positive elsewhere."""
    positive = np.setdiff1d(np.arange(size), zeros)
    cuts = 1 + np.sort(rng.permutation(parts - 1)[: positive.size - 1])
    p = np.zeros(size)
    p[positive] = np.diff([0, *cuts, parts]) / parts
    return p


def _without(p: Array, i: int) -> Array:
    """`p` with the probability of outcome i given to the next one."""
    return np.where(np.arange(p.size) == i, 0.0, p + np.where(np.arange(p.size) == (i + 1) % p.size, p[i], 0.0))


def _call(p: Any, q: Any, keyword: bool = False) -> Made:
    return {"args": [], "kwargs": {"p": p, "q": q}} if keyword else {"args": [p, q], "kwargs": {}}


def _pair(p: Any, q: Any) -> tuple[Array, Array]:
    return np.asarray(p, dtype=np.float64), np.asarray(q, dtype=np.float64)


def _search(quantity: Quantity) -> Callable[[list[Made], list[Array]], tuple[Fault, ...]]:
    """What finds the faults behind the results of a function that should give `quantity`."""

    def search(calls: list[Made], results: list[Array]) -> tuple[Fault, ...]:
        numbers = [float(result) for result in results]
        found = _faults(quantity, [_pair(*made["args"], **made["kwargs"]) for made in calls], numbers)
        if found is not None or is_coarse(results):
            return found or ()
        found = _faults(quantity, [_pair(*made["args"][::-1], **made["kwargs"]) for made in calls], numbers)
        return () if found is None else (_OTHER_ORDER, *found)

    return search


def _faults(quantity: Quantity, inputs: list[tuple[Array, Array]], results: list[float]) -> tuple[Fault, ...] | None:
    """The faults that give the results where no probability is 0, and at zeros; None where none are known to."""
    plain = [i for i, (p, q) in enumerate(inputs) if p.all() and q.all()]
    found = cheapest(quantity, [inputs[i] for i in plain], [results[i] for i in plain])
    if found is None:
        return with_epsilon(quantity, inputs, results)
    return found or at_zeros(quantity, inputs, results)


def _check(name: str, points: int, truth: Callable[..., float], quantity: Quantity) -> Check:
    judged = Numeric(name, PARAMETERS, truth, search=_search(quantity))
    return Check(f"check_{name}", name, points, challenge, judged.judge)


CHECKS = (
    _check("cross_entropy", 5, cross_entropy, CROSS_ENTROPY),
    _check("kl_divergence", 4, kl_divergence, KL_DIVERGENCE),
    _check("perplexity", 3, perplexity, PERPLEXITY),
)
