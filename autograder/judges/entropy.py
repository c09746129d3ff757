"""Judges of the assignment 02_entropy."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.judges.finding import Challenge, Check
from autograder.judges.numeric import Fault, Numeric


def _terms(p: Any) -> Any:
    p = np.asarray(p, dtype=np.float64)
    return p[p > 0]


def entropy(p: Any, base: float = 2) -> float:
    """H(p) in units of log `base` (bits for 2); 0 log 0 counts as 0. Source: Shannon 1948, section 6."""
    t = _terms(p)
    return float(-(t * np.log(t)).sum() / np.log(base))


def _entropy_challenge(rng: np.random.Generator) -> Challenge:
    p, q = rng.dirichlet(np.ones(4)), rng.dirichlet(np.ones(7))
    with_zero = np.insert(rng.dirichlet(np.ones(3)), 1, 0.0)
    made = [
        ([[0.5, 0.5]], {}),
        ([], {"p": p}),
        ([q], {}),
        ([p, 10], {}),
        ([], {"p": q, "base": np.e}),
        ([[1.0, 0.0]], {}),
        ([with_zero], {}),
    ]
    return {"calls": [{"args": args, "kwargs": kwargs} for args, kwargs in made]}


_ENTROPY = Numeric(
    function="entropy",
    parameters=("p", "base"),
    truth=entropy,
    faults=(
        Fault(
            "log.natural",
            lambda p, base=2: entropy(p, np.e) if base == 2 else entropy(p, base),
            "that is the answer in nats.",
            "Which base does the logarithm have when the answer is in bits?",
        ),
        Fault(
            "zero.nan",
            lambda p, base=2: np.nan if 0 in p else entropy(p, base),
            "0 log 0 is not a number to NumPy.",
            "What does the limit of p log p say when p goes to 0?",
        ),
        Fault(
            "log.base_ignored",
            lambda p, base=2: entropy(p),
            "the base made no difference.",
            "Where does the formula use `base`?",
        ),
    ),
)

CHECKS = (Check("check_entropy", "entropy", 5, _entropy_challenge, _ENTROPY.judge),)
