"""The judges of 02_entropy: their truths against SciPy and exhaustive search, their challenges, the names they give."""

import itertools
import math

import numpy as np
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.judges.decide import challenge_for, decide
from autograder.judges.entropy import CHECKS, entropy, huffman
from autograder.judges.entropy.expected_length import expected_length
from autograder.judges.entropy.surprisal import surprisal
from autograder.plain import dumps, loads
from autograder.probes.calls import probe_calls

CHECK = {check.function: check for check in CHECKS}
TRUTHS = {
    "surprisal": surprisal,
    "entropy": lambda p, base=2: entropy(p, base),
    "expected_length": lambda p, lengths: expected_length(p, lengths),
    "huffman_lengths": huffman.huffman_lengths,
}

examples = settings(max_examples=60, deadline=None, derandomize=True)
counts = st.lists(st.integers(0, 30), min_size=2, max_size=64).filter(any)
positive = st.lists(st.integers(1, 30), min_size=2, max_size=6)


def verdict_on(function, name, seed=0):
    asked = CHECK[name].challenge(np.random.default_rng(seed))
    return decide(CHECK[name], asked, {"runs": [loads(dumps(probe_calls(function, asked)))]})


def probabilities(parts):
    return np.array(parts) / sum(parts)


@examples
@given(counts, st.sampled_from([2, 3, 10, math.e]))
def test_entropy_agrees_with_scipy(parts, base):
    p = probabilities(parts)
    assert entropy(p, base) == pytest.approx(scipy.stats.entropy(p, base=base), abs=1e-12)


@examples
@given(counts)
def test_surprisal_is_the_logarithm_of_one_over_p(parts):
    p = probabilities(parts)
    expected = [math.inf if x == 0 else math.log2(1 / x) for x in p]
    assert surprisal(p) == pytest.approx(expected, abs=1e-12)
    assert surprisal(float(p[0])) == pytest.approx(expected[0], abs=1e-12)


@examples
@given(positive)
def test_huffmans_lengths_are_the_best_of_all_that_satisfy_kraft(parts):
    p = probabilities(parts)
    candidates = itertools.product(range(1, len(p)), repeat=len(p)) if len(p) > 2 else [(1, 1)]
    best = min(p @ np.array(some) for some in candidates if sum(2.0**-x for x in some) <= 1)
    lengths = huffman.huffman_lengths(p)
    assert p @ lengths == pytest.approx(best, abs=1e-12)
    assert sum(2.0**-x for x in lengths) == 1
    assert entropy(p) - 1e-12 <= expected_length(p, lengths) < entropy(p) + 1


def test_truths_give_the_lessons_numbers():
    assert entropy([0.5, 0.5]) == 1
    assert entropy([0.9, 0.1]) == pytest.approx(0.469, abs=5e-4)
    assert entropy([0.2, 0.5, 0.3]) == pytest.approx(1.4855, abs=5e-5)
    assert huffman.huffman_lengths([0.5, 0.25, 0.125, 0.125]).tolist() == [1, 2, 3, 3]
    assert expected_length([0.2, 0.5, 0.3], [2, 1, 2]) == pytest.approx(1.5)


@pytest.mark.parametrize("name", TRUTHS)
@pytest.mark.parametrize("seed", range(20))
def test_truths_pass_every_challenge(name, seed):
    assert verdict_on(TRUTHS[name], name, seed).passed


def inputs(challenge):
    for made in challenge["calls"]:
        p = made["kwargs"].get("p", made["args"][0] if made["args"] else None)
        if not isinstance(p, int | float):
            yield p


@pytest.mark.parametrize("name", TRUTHS)
@pytest.mark.parametrize("seed", range(20))
def test_challenges_hold_legal_probability_vectors_that_sum_to_exactly_one(name, seed):
    vectors = list(inputs(CHECK[name].challenge(np.random.default_rng(seed))))
    assert {list, np.ndarray} == {type(p) for p in vectors}
    assert max(len(p) for p in vectors) == 64
    assert min(len(p) for p in vectors) >= 2
    for p in vectors:
        assert sum(p) == 1
        assert np.sum(p) == 1
        assert min(p) >= 0
        assert name != "huffman_lengths" or min(p) > 0


def test_a_challenge_is_the_same_for_the_same_student_and_another_for_another():
    for check in CHECKS:
        ada, again, blaise = (dumps(challenge_for(check, b"secret", who)) for who in ("ada", "ada", "blaise"))
        assert ada == again != blaise
        assert ada != dumps(challenge_for(check, b"other secret", "ada"))


def test_every_optimal_code_is_right_where_there_are_several():
    made = {"args": [[1 / 3, 1 / 3, 1 / 6, 1 / 6]], "kwargs": {}}
    assert huffman.accepts(made, np.array([2, 2, 2, 2]))
    assert huffman.accepts(made, np.array([1, 2, 3, 3]))
    assert huffman.accepts(made, np.array([2, 1, 3, 3]))
    assert not huffman.accepts(made, np.array([3, 3, 1, 2]))
    assert not huffman.accepts(made, np.array([1, 1, 2, 2]))


@pytest.mark.parametrize(
    "lengths", [[0, 1], [1, 2], [-1, 1], [np.nan, 1], [np.inf, 1], [1.5, 1], [1e300, 1], [-1e300, 1]]
)
def test_no_other_lengths_are_right_for_two_symbols(lengths):
    made = {"args": [[0.75, 0.25]], "kwargs": {}}
    assert not huffman.accepts(made, np.array(lengths))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("wrong", "mistake"),
    [
        (lambda p, base=2: scipy.stats.entropy(p), "log.natural"),
        (lambda p, base=2: scipy.stats.entropy(p, base=2), "log.base_ignored"),
        (lambda p, base=2: -scipy.stats.entropy(p, base=base), "sign.flipped"),
        (lambda p, base=2: scipy.stats.entropy(p, base=base) / len(p), "reduction.mean"),
        (lambda p, base=2: round(scipy.stats.entropy(p, base=base), 2), "rounded"),
        (lambda p, base=2: np.nan if 0 in p else scipy.stats.entropy(p, base=base), "zero.nan"),
        (lambda p, base=2: scipy.stats.entropy(p, base=base) ** 1.01, "unexplained"),
    ],
)
def test_mistakes_are_named_whatever_the_challenge(wrong, mistake, seed):
    assert verdict_on(wrong, "entropy", seed).mistake == mistake


def test_the_message_for_nats_states_both_numbers():
    told = verdict_on(lambda p, base=2: scipy.stats.entropy(p), "entropy")
    assert told.message == "entropy([0.5, 0.5]) gave 0.6931, expected 1: that is the answer in nats."


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("wrong", "mistake", "says"),
    [
        (lambda p: [math.ceil(-math.log2(x)) for x in p], "code.not_optimal", "surprisals rounded up"),
        (lambda p: [math.ceil(math.log2(len(p)))] * len(p), "code.not_optimal", "same length"),
        (lambda p: huffman.huffman_lengths(p) + 1, "code.not_optimal", "1 more than needed"),
        (lambda p: sorted(huffman.huffman_lengths(p)), "code.not_optimal", "wrong symbols"),
        (lambda p: [max(1, round(-math.log2(x))) for x in p], "code.not_prefix", "above 1"),
        (lambda p: [0] * len(p), "code.not_prefix", "above 1"),
        (lambda p: -np.log2(p), "returns.type", "whole number"),
        (lambda p: dict(enumerate(huffman.huffman_lengths(p))), "returns.type", "dict"),
        (lambda p: ["0" * n for n in huffman.huffman_lengths(p)], "returns.type", "list"),
    ],
)
def test_wrong_codes_are_told_by_what_they_cost(wrong, mistake, says, seed):
    told = verdict_on(wrong, "huffman_lengths", seed)
    assert told.mistake == mistake
    assert says in told.message
