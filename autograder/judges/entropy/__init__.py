"""Judges of the assignment 02_entropy: that of `entropy` here, those of the other functions beside it.

A truth is written with its choices as keyword-only settings: which logarithm, what a zero counts, how the
terms are put together. A fault is another setting, so that two faults can be computed at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judges.entropy import expected_length, huffman, surprisal
from autograder.judges.entropy.logarithms import EPSILONS, WHICH_BASE, Log, Shift, to_base
from autograder.judges.finding import Challenge, Check
from autograder.judges.numbers.faults import Fault
from autograder.judges.numbers.numeric import Numeric
from autograder.judges.numbers.spread import calls, fractions, with_zeros
from autograder.plain import Array

ZERO_LIMIT = "What does p log p tend to when p goes to 0?"
EVERY_TERM = "How often does the loop run, and which terms are in the result?"
NUMBER_OF_TERMS = "Is the entropy a sum of these terms, or a mean that divides by their number once more?"


def _skipped(terms: Array, p: Array) -> Array:
    return np.where(p > 0, terms, 0.0)


def entropy(
    p: Any,
    base: float | None = None,
    *,
    default: float = 2,
    log: Log = to_base,
    inside: Shift = lambda p: p,
    weight: Callable[[Array], Any] = lambda p: p,
    zero: Callable[[Array, Array], Array] = _skipped,
    reduce: Callable[[Array, Array], Any] = lambda terms, p: terms.sum(),
) -> float:
    """H(p) in units of log `base` (bits for 2); 0 log 0 counts as 0. Source: Shannon 1948, section 6."""
    p = np.asarray(p, dtype=np.float64)
    with np.errstate(all="ignore"):
        terms = -weight(p) * log(inside(p), default if base is None else base)
        return float(reduce(zero(terms, p), p))


def _challenge(rng: np.random.Generator) -> Challenge:
    p, q, r, s, t = (fractions(rng, n) for n in (4, 6, 3, 5, 5))
    odd_base = int(rng.choice([3, 5, 6, 7]))
    return calls(
        ([[0.5, 0.5]], {}),
        ([p], {}),
        ([], {"p": q.tolist()}),
        ([p, 10], {}),
        ([], {"p": p, "base": 2}),
        ([], {"p": r.tolist(), "base": np.e}),
        ([s.tolist(), odd_base], {}),
        ([p, odd_base], {}),
        ([[1.0, 0.0]], {}),
        ([[1, 0, 0]], {}),
        ([with_zeros(rng, t, 1).tolist()], {}),
        ([with_zeros(rng, fractions(rng, 4), 2)], {}),
        ([], {"p": with_zeros(rng, fractions(rng, 5), 1), "base": odd_base}),
        ([with_zeros(rng, fractions(rng, 60, 4096), 4)], {}),
        ([p], {}),
    )


def _up_to_zero(terms: Array, p: Array) -> Any:
    """The sum of the terms before the first zero."""
    zeros = np.flatnonzero(p == 0)
    return terms[: zeros[0]].sum() if zeros.size else terms.sum()


def _last_positive(terms: Array, p: Array) -> Any:
    return terms[p > 0][-1]


def _known_bases(*known: float, otherwise: float) -> Log:
    """A logarithm that knows these bases only."""
    return lambda x, base: to_base(x, base if any(abs(base - one) < 1e-9 for one in known) else otherwise)


_NATURAL = "that is the answer in nats."
_WHERE_BASE = "Where does the formula use `base`, and what happens for a base like 5?"

ENTROPY = Numeric(
    function="entropy",
    parameters=("p", "base"),
    truth=entropy,
    faults=(
        Fault("log.natural", {"log": lambda x, base: np.log(x)}, _NATURAL, WHICH_BASE),
        Fault("log.natural", {"default": np.e}, "without a base that is the answer in nats.", WHICH_BASE),
        Fault("log.natural", {"log": _known_bases(3, 5, 6, 7, 10, np.e, otherwise=np.e)}, _NATURAL, WHICH_BASE),
        Fault("log.natural", {"log": lambda x, base: np.log(x) / np.log2(base)}, _NATURAL, WHICH_BASE),
        Fault("log.decimal", {"log": lambda x, base: np.log10(x)}, "that is a decimal logarithm.", WHICH_BASE),
        Fault("log.decimal", {"default": 10}, "without a base that is a decimal logarithm.", WHICH_BASE),
        Fault("log.base_ignored", {"log": lambda x, base: np.log2(x)}, "the base made no difference.", _WHERE_BASE),
        *(
            Fault("log.base_ignored", {"log": log}, "this base made no difference.", _WHERE_BASE)
            for known in ((2.0,), (2.0, 10.0), (2.0, np.e), (2.0, 10.0, np.e))
            for otherwise in (2.0, 10.0, np.e)
            if otherwise not in known[1:]
            for log in [_known_bases(*known, otherwise=otherwise)]
        ),
        Fault(
            "zero.nan",
            {"zero": lambda terms, p: np.where(p > 0, terms, np.nan)},
            "0 log 0 is not a number to NumPy.",
            ZERO_LIMIT,
        ),
        Fault(
            "zero.nan",
            {"zero": lambda terms, p: np.where(p > 0, terms, np.inf)},
            "log 0 is infinite, and the term of p = 0 took that over.",
            ZERO_LIMIT,
        ),
        Fault(
            "zero.nan",
            {"zero": lambda terms, p: np.where(p > 0, terms, -np.inf)},
            "log 0 is infinite, and the term of p = 0 took that over.",
            ZERO_LIMIT,
        ),
        Fault(
            "zero.nan",
            {"zero": lambda terms, p: np.where(p > 0, terms, 1.0)},
            "the term of p = 0 counted as 1.",
            ZERO_LIMIT,
        ),
        Fault(
            "loop.early_return",
            {"reduce": lambda terms, p: 0.0 if (p == 0).any() else terms.sum()},
            "one p of 0 made the whole answer 0.",
            "What does one outcome that never happens say about the others?",
        ),
        Fault("loop.early_return", {"reduce": _up_to_zero}, "the sum stops at the first p of 0.", EVERY_TERM),
        Fault("loop.early_return", {"reduce": lambda terms, p: terms[0]}, "that is the first term alone.", EVERY_TERM),
        Fault(
            "loop.early_return",
            {"reduce": lambda terms, p: terms[p > 0][0]},
            "that is the first term alone.",
            EVERY_TERM,
        ),
        Fault("loop.overwritten", {"reduce": lambda terms, p: terms[-1]}, "that is the last term alone.", EVERY_TERM),
        Fault("loop.overwritten", {"reduce": _last_positive}, "that is the last term alone.", EVERY_TERM),
        Fault(
            "loop.off_by_one", {"reduce": lambda terms, p: terms[:-1].sum()}, "the last term is missing.", EVERY_TERM
        ),
        Fault(
            "loop.off_by_one", {"reduce": lambda terms, p: terms[1:].sum()}, "the first term is missing.", EVERY_TERM
        ),
        Fault(
            "list.repeated",
            {"reduce": lambda terms, p: terms[0] * terms.size},
            "that is the first term, once for each outcome.",
            "What does [x] * 2 give in Python, and would it be right for p = [0.7, 0.3]?",
        ),
        Fault(
            "list.repeated",
            {"reduce": lambda terms, p: terms[0] * 2},
            "that is the first term twice.",
            "What does [x] * 2 give in Python, and would it be right for p = [0.7, 0.3]?",
        ),
        Fault(
            "reduction.mean",
            {"reduce": lambda terms, p: terms.mean()},
            "that is the mean of the terms.",
            NUMBER_OF_TERMS,
        ),
        Fault(
            "reduction.mean",
            {"reduce": lambda terms, p: terms[p > 0].mean()},
            "that is the mean of the terms.",
            NUMBER_OF_TERMS,
        ),
        Fault(
            "log.missing", {"log": lambda x, base: x}, "that is the sum of p times p, without a logarithm.", WHICH_BASE
        ),
        Fault(
            "weight.missing",
            {"weight": np.ones_like},
            "every surprisal counts the same there.",
            "How often does each surprisal occur on average?",
        ),
        Fault(
            "conversion.inverted",
            {"log": lambda x, base: np.log(x) * np.log(base)},
            "log p was multiplied by log base.",
            "If log2 8 = 3 and ln 8 = 2.079, which factor leads from the one to the other?",
        ),
        Fault(
            "conversion.inverted",
            {"log": lambda x, base: np.log2(x) * np.log2(base)},
            "log p was multiplied by log base.",
            "Is the entropy in a larger base a larger or a smaller number?",
        ),
        *(
            Fault(
                "arguments.swapped",
                {"log": log},
                "that is the logarithm of the base to base p.",
                "Which argument of the logarithm is its base?",
            )
            for log in (
                lambda x, base: np.log(base) / np.log(x),
                lambda x, base: np.where(x < 1, np.log(base) / np.log(x), 0.0),
            )
        ),
        *(
            Fault(
                "conversion.mixed",
                {"log": log},
                "the logarithm of p and that of the base are not of the same kind.",
                "Which two logarithms are divided by each other, and have they one base?",
            )
            for log in (
                lambda x, base: np.log2(x) / np.log(base),
                lambda x, base: np.log2(x) / np.log10(base),
                lambda x, base: np.log10(x) / np.log(base),
                lambda x, base: np.log10(x) / np.log2(base),
                lambda x, base: np.log(x) / np.log10(base),
                lambda x, base: np.log2(x) / base,
                lambda x, base: np.log(x) / base,
            )
        ),
        Fault(
            "argument.ignored",
            lambda p, base=2: np.log(len(p)) / np.log(base),
            "only the number of outcomes counts there; the probabilities made no difference.",
            "Does an unfair coin have the same entropy as a fair one?",
        ),
        *(
            Fault(
                "zero.clamped",
                settings,
                f"a constant like {epsilon:g} beside p shifts the answer.",
                "Which terms may be left out of the sum, and why?",
            )
            for epsilon, shift in EPSILONS
            for settings in ({"inside": shift}, {"inside": shift, "weight": shift, "zero": lambda terms, p: terms})
        ),
    ),
)

CHECKS = (
    Check("check_surprisal", "surprisal", 2, surprisal.challenge, surprisal.SURPRISAL.judge),
    Check("check_entropy", "entropy", 5, _challenge, ENTROPY.judge),
    Check(
        "check_expected_length", "expected_length", 2, expected_length.challenge, expected_length.EXPECTED_LENGTH.judge
    ),
    Check("check_huffman_lengths", "huffman_lengths", 4, huffman.challenge, huffman.HUFFMAN_LENGTHS.judge),
)
