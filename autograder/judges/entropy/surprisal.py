"""The judge of `surprisal`: -log2 p for one probability or for each of many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judges.entropy.logarithms import EPSILONS, WHICH_BASE, Log, Shift, to_base
from autograder.judges.finding import Challenge
from autograder.judges.numbers.faults import Fault
from autograder.judges.numbers.numeric import Numeric
from autograder.judges.numbers.spread import calls, fractions, with_zeros
from autograder.plain import Array


def surprisal(
    p: Any,
    *,
    log: Log = to_base,
    inside: Shift = lambda p: p,
    weight: Callable[[Array], Any] = np.ones_like,
    zero: Callable[[Array, Array], Array] = lambda bits, p: bits,
) -> Any:
    """-log2 p in bits for a number or an array; inf where p is 0. Source: Shannon 1948, section 6."""
    p = np.asarray(p, dtype=np.float64)
    with np.errstate(all="ignore"):
        return zero(-weight(p) * log(inside(p), 2), p)


def _nan(bits: Array, p: Array) -> Array:
    return np.where(p > 0, bits, np.nan)


def challenge(rng: np.random.Generator) -> Challenge:
    """Scalars, lists and arrays; whole numbers too; zeros last, so that other mistakes show first."""
    p, q, r = fractions(rng, 5), fractions(rng, 4), fractions(rng, 6)
    zeros = with_zeros(rng, fractions(rng, 4), 1)
    one = rng.choice(np.arange(3, 32, 2)) / 64
    return calls(
        ([float(one)], {}),
        ([], {"p": 0.125}),
        ([p], {}),
        ([], {"p": q}),
        ([r.tolist()], {}),
        ([1], {}),
        ([0], {}),
        ([0.0], {}),
        ([zeros], {}),
        ([with_zeros(rng, fractions(rng, 3), 2).tolist()], {}),
        ([], {"p": [1, 0, 0]}),
        ([with_zeros(rng, fractions(rng, 60, 4096), 4)], {}),
        ([], {"p": float(one)}),
        ([p], {}),
    )


SURPRISAL = Numeric(
    function="surprisal",
    parameters=("p",),
    truth=surprisal,
    faults=(
        Fault("log.natural", {"log": lambda x, base: np.log(x)}, "that is the answer in nats.", WHICH_BASE),
        Fault("log.decimal", {"log": lambda x, base: np.log10(x)}, "that is a decimal logarithm.", WHICH_BASE),
        Fault(
            "zero.nan", {"zero": _nan}, "at p = 0 that is not a number.", "What does -log2 p tend to as p goes to 0?"
        ),
        Fault(
            "log.missing",
            {"log": lambda x, base: -1 / x},
            "that is 1 / p.",
            "How many bits does it take to tell one of 1 / p equally likely things?",
        ),
        Fault(
            "log.missing",
            {"log": lambda x, base: x},
            "that is p itself, without a logarithm.",
            "What is the surprisal of one of two equally likely things?",
        ),
        Fault(
            "log.missing",
            {"log": lambda x, base: x - 1},
            "that is 1 - p, without a logarithm.",
            "How surprising is something with probability 1 / 1024, and can a number below 1 say so?",
        ),
        Fault(
            "weight.extra",
            {"weight": lambda p: p, "zero": lambda bits, p: np.where(p > 0, bits, 0.0)},
            "that is p times the surprisal, a term of the entropy.",
            "Is a rare event more or less surprising than a common one?",
        ),
        Fault(
            "weight.extra",
            {"weight": lambda p: p},
            "that is p times the surprisal, a term of the entropy.",
            "Is a rare event more or less surprising than a common one?",
        ),
        *(
            Fault(
                "zero.clamped",
                {"inside": shift},
                f"a constant like {epsilon:g} inside the logarithm hides the infinity and shifts the rest.",
                "How surprised would you be by something that has probability 0?",
            )
            for epsilon, shift in EPSILONS
        ),
    ),
)
