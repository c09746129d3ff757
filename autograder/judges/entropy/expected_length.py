"""The judge of `expected_length`: the mean of the codeword lengths, weighted by how often each codeword occurs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judges.finding import Challenge
from autograder.judges.numbers.faults import Fault
from autograder.judges.numbers.numeric import Numeric
from autograder.judges.numbers.spread import calls, fractions, with_zeros
from autograder.plain import Array

EVERY_TERM = "How often does the loop run, and which terms are in the result?"


def expected_length(
    p: Any, lengths: Any, *, reduce: Callable[[Array, Array, Array], Any] = lambda terms, p, lengths: terms.sum()
) -> float:
    """The mean codeword length, in bits per symbol, of a code in which symbol i has `lengths[i]` bits."""
    p, lengths = np.asarray(p, dtype=np.float64), np.asarray(lengths, dtype=np.float64)
    return float(reduce(p * lengths, p, lengths))


def challenge(rng: np.random.Generator) -> Challenge:
    """Lists and arrays, two to 64 symbols, zeros; several lengths for one p, and the reverse."""

    def some(n: int) -> Array:
        return rng.permutation(np.arange(1, n + 3))[:n]

    p, q, r, s = (fractions(rng, n) for n in (4, 5, 6, 3))
    zero = with_zeros(rng, fractions(rng, 4), 1)
    two = some(4)
    return calls(
        ([[0.5, 0.25, 0.125, 0.125], [1, 2, 3, 3]], {}),
        ([p, two], {}),
        ([], {"p": q.tolist(), "lengths": some(5).tolist()}),
        ([p, rng.permutation(two + 1)], {}),
        ([p, np.roll(two, 1)], {}),
        ([fractions(rng, 4), two], {}),
        *(([np.roll(p, places), two], {}) for places in (1, 2)),  # each time another symbol is the likeliest
        ([], {"lengths": some(6), "p": r}),
        ([s.tolist(), some(3).tolist()], {}),
        ([zero, some(5)], {}),
        ([[1, 0, 0], some(3).tolist()], {}),
        ([[0.75, 0.25], [1, 1]], {}),
        ([fractions(rng, 64, 4096), rng.integers(2, 12, 64)], {}),
        ([p, two], {}),
    )


_WEIGHTS = "How often does each codeword occur, and where does the formula say so?"

EXPECTED_LENGTH = Numeric(
    function="expected_length",
    parameters=("p", "lengths"),
    truth=expected_length,
    faults=(
        Fault(
            "argument.ignored",
            {"reduce": lambda terms, p, lengths: lengths.mean()},
            "that is the plain mean of the lengths; p made no difference.",
            _WEIGHTS,
        ),
        Fault(
            "argument.ignored",
            {"reduce": lambda terms, p, lengths: lengths.sum()},
            "that is the sum of the lengths; p made no difference.",
            _WEIGHTS,
        ),
        Fault(
            "argument.ignored",
            {"reduce": lambda terms, p, lengths: -(p[p > 0] * np.log2(p[p > 0])).sum()},
            "that is the entropy of p; the lengths made no difference.",
            "What is the entropy a bound for, and what does this code really use?",
        ),
        Fault(
            "reduction.mean",
            {"reduce": lambda terms, p, lengths: terms.mean()},
            "that divides by the number of symbols once more.",
            "What do the probabilities already sum to?",
        ),
        Fault(
            "scale.lengths",
            {"reduce": lambda terms, p, lengths: terms.sum() / lengths.sum()},
            "that is divided by the sum of the lengths.",
            "In a mean with weights p, what is divided by what, and what do the weights sum to?",
        ),
        Fault(
            "loop.early_return",
            {"reduce": lambda terms, p, lengths: terms[0]},
            "that is the first term alone.",
            EVERY_TERM,
        ),
        Fault(
            "loop.overwritten",
            {"reduce": lambda terms, p, lengths: terms[-1]},
            "that is the last term alone.",
            EVERY_TERM,
        ),
        Fault(
            "loop.off_by_one",
            {"reduce": lambda terms, p, lengths: terms[:-1].sum()},
            "the last term is missing.",
            EVERY_TERM,
        ),
        Fault(
            "loop.off_by_one",
            {"reduce": lambda terms, p, lengths: terms[1:].sum()},
            "the first term is missing.",
            EVERY_TERM,
        ),
        Fault(
            "list.repeated",
            {"reduce": lambda terms, p, lengths: terms[0] * terms.size},
            "that is the first term, once for each symbol.",
            "What does [x] * 2 give in Python?",
        ),
        Fault(
            "rounded",
            {"reduce": lambda terms, p, lengths: np.floor(terms).sum()},
            "each term was cut to a whole number.",
            "Which type do the terms have, and can it hold 0.5?",
        ),
        Fault(
            "order.sorted",
            {"reduce": lambda terms, p, lengths: (-np.sort(-p) * np.sort(lengths)).sum()},
            "there p and the lengths were sorted before they met.",
            "Which length belongs to which symbol?",
        ),
        Fault(
            "order.sorted",
            {"reduce": lambda terms, p, lengths: (np.sort(p) * np.sort(lengths)).sum()},
            "there p and the lengths were sorted before they met.",
            "Which length belongs to which symbol?",
        ),
    ),
)
