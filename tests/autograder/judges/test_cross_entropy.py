"""The judges of 03_cross_entropy: their truths, their challenges, and the names they give."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import rel_entr
from scipy.stats import entropy

from autograder.judges.cross_entropy import CHECKS, challenge, cross_entropy, kl_divergence, perplexity
from autograder.judges.cross_entropy.terms import CROSS_ENTROPY, KL_DIVERGENCE, PERPLEXITY
from autograder.judges.decide import challenge_for, decide
from autograder.plain import dumps
from autograder.probes.calls import probe_calls

TRUTHS = {"cross_entropy": cross_entropy, "kl_divergence": kl_divergence, "perplexity": perplexity}
QUANTITIES = {"cross_entropy": CROSS_ENTROPY, "kl_divergence": KL_DIVERGENCE, "perplexity": PERPLEXITY}
CHECK = {check.function: check for check in CHECKS}
LECTURE_Q, BETTER_Q = [0.2, 0.5, 0.3], [0.8, 0.1, 0.1]

examples = settings(max_examples=40, deadline=None, derandomize=True)


@st.composite
def pairs(draw, least=1):
    """A p and a q of 2 to 64 outcomes, zeros allowed where `least` is 0."""
    size = draw(st.integers(2, 64))
    counts = st.lists(st.integers(least, 20), min_size=size, max_size=size).filter(any)
    return tuple(np.array(c) / sum(c) for c in (draw(counts), draw(counts)))


def verdict_on(function, name, seed=0):
    asked = CHECK[name].challenge(np.random.default_rng(seed))
    with np.errstate(all="ignore"):
        return decide(CHECK[name], asked, {"runs": [probe_calls(function, asked)]})


@examples
@given(pairs())
def test_truths_agree_with_pytorch_and_scipy(pair):
    p, q = pair
    nats = torch.nn.functional.cross_entropy(torch.tensor(q).log(), torch.tensor(p)).item()
    assert cross_entropy(p, q) == pytest.approx(nats / np.log(2), rel=1e-9)
    assert perplexity(p, q) == pytest.approx(np.exp(nats), rel=1e-9)
    assert kl_divergence(p, q) == pytest.approx(entropy(p, q, base=2), abs=1e-9)


@examples
@given(pairs(least=0))
def test_zeros_count_as_in_scipys_relative_entropy(pair):
    p, q = pair
    assert kl_divergence(p, q) == pytest.approx(rel_entr(p, q).sum() / np.log(2), abs=1e-9)
    assert cross_entropy(p, q) == pytest.approx(kl_divergence(p, q) + entropy(p, base=2), abs=1e-9)


def test_truths_give_the_lectures_numbers():
    dog = [1, 0, 0]
    assert cross_entropy(dog, LECTURE_Q) == pytest.approx(2.321928094887362)
    assert cross_entropy(dog, BETTER_Q) == pytest.approx(0.3219280948873623)
    assert perplexity(dog, LECTURE_Q) == pytest.approx(5)
    assert kl_divergence([0.7, 0.2, 0.1], [1 / 3] * 3) == pytest.approx(0.4282, abs=5e-5)


def test_what_q_rules_out_costs_without_end_only_where_it_happens():
    for truth in TRUTHS.values():
        assert truth([0.5, 0.5], [1, 0]) == np.inf
    assert cross_entropy([1, 0], [1, 0]) == kl_divergence([1, 0], [1, 0]) == 0
    assert perplexity([1, 0], [1, 0]) == 1


@pytest.mark.parametrize("name", TRUTHS)
def test_truth_passes_and_its_float32_passes(name):
    for seed in range(20):
        assert verdict_on(TRUTHS[name], name, seed).passed

    def with_float32(p, q):
        p, q = torch.tensor(p, dtype=torch.float32), torch.tensor(q, dtype=torch.float32)
        bits = -torch.special.xlogy(p, q).sum() / np.log(2)
        own = -torch.special.xlogy(p, p).sum() / np.log(2)
        return {"cross_entropy": bits, "kl_divergence": bits - own, "perplexity": 2**bits}[name]

    for seed in range(20):
        assert verdict_on(with_float32, name, seed).passed


def test_challenge_is_the_same_for_a_student_and_another_for_another():
    check = CHECK["cross_entropy"]
    ada = dumps(challenge_for(check, b"secret", "ada"))
    assert ada == dumps(challenge_for(check, b"secret", "ada"))
    assert ada != dumps(challenge_for(check, b"secret", "blaise"))
    assert ada != dumps(challenge_for(check, b"another", "ada"))


@pytest.mark.parametrize("seed", range(20))
def test_challenge_asks_every_clause_of_the_contract(seed):
    calls = challenge(np.random.default_rng(seed))["calls"]
    inputs = [(*one["args"], *one["kwargs"].values()) for one in calls]
    for p, q in inputs:
        assert type(p) is type(q)
        assert sum(p) == np.sum(p) == sum(q) == np.sum(q) == 1
        assert min(*p, *q) >= 0
    zeros = [(np.array(p) == 0, np.array(q) == 0) for p, q in inputs]
    assert {2, 64} <= {len(p) for p, _ in inputs} <= set(range(2, 65))
    assert {type(p) for p, _ in inputs} == {list, np.ndarray}
    assert any(all(type(x) is int for x in p) for p, _ in inputs)
    assert any(one["args"] for one in calls)
    assert any(one["kwargs"] for one in calls)
    for wanted in (
        lambda p0, q0: p0.any() and not q0.any(),
        lambda p0, q0: (p0 & q0).any() and not (~p0 & q0).any(),
        lambda p0, q0: (~p0 & q0).any() and not p0.any(),
        lambda p0, q0: (~p0 & q0).any() and (p0 & q0).any(),
    ):
        assert any(wanted(p0, q0) for p0, q0 in zeros)


def recipes():
    """Every way to go wrong that is known, one fault at a time: function, axis, choice."""
    for name, quantity in QUANTITIES.items():
        for axis, faults in enumerate(quantity.axes):
            for choice, fault in enumerate(faults):
                if fault is not None:
                    yield pytest.param(name, axis, choice, fault, id=f"{name}-{axis}-{choice}-{fault.mistake}")


@pytest.mark.parametrize(("name", "axis", "choice", "fault"), list(recipes()))
def test_each_known_fault_by_itself_is_named(name, axis, choice, fault):
    quantity = QUANTITIES[name]
    chosen = tuple(choice if i == axis else 0 for i in range(5))

    def student(p, q):
        return quantity.predictions(np.array(p, float), np.array(q, float))[chosen]

    harmless = {("cross_entropy", "abs"), ("cross_entropy", "sign.dropped"), ("perplexity", "abs")}
    harmless.add(("perplexity", "sign.dropped"))  # all terms of H(p, q) are positive
    for seed in range(3):
        verdict = verdict_on(student, name, seed)
        small = fault.mistake == "rounded" and verdict.passed  # to five decimals: within tolerance
        assert verdict.mistake == fault.mistake or small or (name, fault.mistake) in harmless


@examples
@given(st.floats(-15, -1.5), st.sampled_from(list(TRUTHS)))
def test_an_epsilon_of_any_size_is_found_and_told(exponent, name):
    epsilon = 10**exponent

    def student(p, q):
        return TRUTHS[name](p, np.array(q) + epsilon)

    verdict = verdict_on(student, name)
    assert (verdict.points, verdict.mistake) == (0, "zero.clamped")
    assert f"{epsilon:.2g}" in verdict.message


@pytest.mark.parametrize("digits", range(6))
@pytest.mark.parametrize("name", ["cross_entropy", "kl_divergence"])
def test_rounding_is_named_however_fine(name, digits):
    for seed in range(10):
        verdict = verdict_on(lambda p, q: round(TRUTHS[name](p, q), digits), name, seed)
        assert verdict.mistake == "rounded" or (digits == 5 and verdict.passed)


def test_both_of_two_mistakes_are_told():
    verdict = verdict_on(lambda p, q: TRUTHS["cross_entropy"](p, q) * np.log(2) / len(p), "cross_entropy")
    assert verdict.mistake == "log.natural"
    assert "natural logarithm" in verdict.message
    assert "number of outcomes" in verdict.message


def test_a_message_shows_the_call_and_both_numbers():
    verdict = verdict_on(lambda p, q: TRUTHS["cross_entropy"](q, p), "cross_entropy")
    first = CHECK["cross_entropy"].challenge(np.random.default_rng(0))["calls"][0]["args"]
    assert f"cross_entropy({first[0]}, {first[1]}) gave" in verdict.message
    assert f"expected {cross_entropy(*first):.4g}" in verdict.message
