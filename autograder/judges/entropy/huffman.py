"""The judge of `huffman_lengths`: any optimal prefix code is right, and there are often several.

Lengths belong to a prefix code exactly if Kraft's sum of 2^-length is at most 1 (Kraft 1949, McMillan 1956), and
the code is optimal if no other has a smaller expected length; Huffman's construction (1952) gives that
length. So lengths are judged by two numbers, never by comparison with one particular code.
"""

from __future__ import annotations

import heapq
from typing import Any

import numpy as np

from autograder.judges.finding import Challenge, Finding
from autograder.judges.numbers.faults import Made
from autograder.judges.numbers.numeric import Numeric
from autograder.judges.numbers.spread import calls, fractions
from autograder.judges.numbers.words import ordinal, shown, shown_call
from autograder.plain import Array

SLACK = 1e-13  # bits; expected lengths of the challenge's dyadic probabilities are exact


def huffman_lengths(p: Any) -> Array:
    """The codeword length of each symbol, in bits, in one optimal prefix code. Source: Huffman 1952."""
    lengths = np.zeros(len(p), dtype=np.int64)
    heap = [(float(weight), [i]) for i, weight in enumerate(p)]
    heapq.heapify(heap)
    while len(heap) > 1:
        (light, few), (heavy, more) = heapq.heappop(heap), heapq.heappop(heap)
        lengths[few + more] += 1
        heapq.heappush(heap, (light + heavy, few + more))
    return lengths


def kraft(lengths: Array) -> float:
    """The sum of 2^-length: at most 1 for a prefix code."""
    return float((2.0 ** -np.clip(lengths, -60, 1000)).sum())


def accepts(made: Made, lengths: Array) -> bool:
    """Whether these are the lengths of an optimal prefix code for the call's p."""
    p = _p(made)
    whole = (
        bool(np.isfinite(lengths).all()) and bool((lengths == np.rint(lengths)).all()) and bool((lengths >= 1).all())
    )
    return whole and kraft(lengths) <= 1 and float(p @ lengths) <= float(p @ huffman_lengths(p)) + SLACK


def challenge(rng: np.random.Generator) -> Challenge:
    """Two to 64 symbols, in no order, with and without ties, one code as deep as it can be."""
    halves = 0.5 ** np.append(np.arange(1, 40), 39)
    ties = np.array([1, 1, 1, 2, 2, 3, 3, 3]) / 16  # equal weights at every turn
    return calls(
        ([[0.5, 0.25, 0.125, 0.125]], {}),
        ([], {"p": np.array([0.2, 0.5, 0.3])}),
        ([_unsorted(rng, 5)], {}),
        ([], {"p": _unsorted(rng, 6).tolist()}),
        ([[0.75, 0.25]], {}),
        ([_unsorted(rng, 7)], {}),
        ([rng.permutation(ties)], {}),
        ([np.array([11, 11, 11, 11, 10, 10]) / 64], {}),
        ([[0.25, 0.25, 0.25, 0.25]], {}),
        ([rng.permutation(halves).tolist()], {}),
        ([fractions(rng, 64, 4096)], {}),
        ([_skewed(rng)], {}),
        ([], {"p": np.array([0.2, 0.5, 0.3])}),
    )


def _unsorted(rng: np.random.Generator, n: int) -> Array:
    """Probabilities whose optimal lengths are neither all equal, nor sorted, nor Shannon's."""
    while True:
        p = fractions(rng, n)
        lengths = huffman_lengths(p)
        if (
            (np.diff(lengths) > 0).any()
            and (np.diff(lengths) < 0).any()
            and float(p @ _shannon(p)) > float(p @ lengths)
        ):
            return p


def _skewed(rng: np.random.Generator) -> Array:
    """Twelve symbols of very different weight, multiples of 1 / 4096."""
    counts = np.array([1, 1, 3, 7, 11, 31, 59, 127, 401, 700, 1003])
    return rng.permutation(np.append(counts, 4096 - counts.sum())) / 4096


def _shannon(p: Array) -> Array:
    return np.ceil(-np.log2(p))


def _p(made: Made) -> Array:
    return np.asarray(made["args"][0] if made["args"] else made["kwargs"]["p"], dtype=np.float64)


def name(wrong: list[tuple[Made, Array]]) -> Finding | None:
    """The finding on the calls that gave no lengths of an optimal prefix code."""
    for made, lengths in wrong:
        gave = f"{shown_call('huffman_lengths', made)} gave {shown(lengths)}"
        if np.isnan(lengths).any():
            return Finding("returns.nan", f"{gave}: nan is no length.", "Which step first gives nan?")
        odd = np.flatnonzero(lengths != np.rint(lengths))
        if odd.size:
            at = int(odd[0])
            return Finding(
                "returns.type",
                f"{gave}: {ordinal(at)} is {shown(lengths[at])}, and a codeword has a whole number of bits.",
                "How many bits can a codeword have, and what decides it: p alone, or the tree?",
            )
    over = [(made, lengths) for made, lengths in wrong if (lengths < 1).any() or kraft(lengths) > 1]
    return _not_prefix(*over[0]) if over else _not_optimal(wrong)


def _not_prefix(made: Made, lengths: Array) -> Finding:
    return Finding(
        "code.not_prefix",
        f"{shown_call('huffman_lengths', made)} gave {shown(lengths)}: the sum of 2^-length is {kraft(lengths):.4g}, "
        "and above 1 there is no prefix code with such lengths.",
        "Which codewords would you write down for these lengths, and does none begin with another?",
    )


def _not_optimal(wrong: list[tuple[Made, Array]]) -> Finding:
    made, lengths = wrong[0]
    p = _p(made)
    best = huffman_lengths(p)
    message = (
        f"{shown_call('huffman_lengths', made)} gave {shown(lengths)}: {p @ lengths:.4g} bits per symbol on average, "
        f"and a prefix code can do with {p @ best:.4g}"
    )
    for predicts, says, hint in _HABITS:
        if all(predicts(_p(one), given) for one, given in wrong):
            return Finding("code.not_optimal", f"{message}; {says}.", hint)
    return Finding(
        "code.not_optimal",
        f"{message}.",
        "Which two symbols can share the longest codewords, and what do they count as from then on?",
    )


_HABITS = (
    (
        lambda p, given: bool((given == _shannon(p)).all()),
        "these are the surprisals rounded up",
        "Write down codewords of these lengths: which could lose its last bit and still not begin another?",
    ),
    (
        lambda p, given: bool((given == given[0]).all()),
        "all symbols have the same length",
        "Which symbol occurs most often, and what would a shorter codeword for it save?",
    ),
    (
        lambda p, given: accepts({"args": [np.sort(p)], "kwargs": {}}, -np.sort(-given)),
        "the lengths are right, but given to the wrong symbols",
        "In which order are the lengths returned, and in which order came the symbols?",
    ),
    (
        lambda p, given: accepts({"args": [p], "kwargs": {}}, given - 1),
        "every length is 1 more than needed",
        "How many edges lie between the root and a leaf, and what was counted?",
    ),
)

HUFFMAN_LENGTHS = Numeric(
    function="huffman_lengths",
    parameters=("p",),
    truth=huffman_lengths,
    accepts=accepts,
    names=name,
)
