"""The judges of 01_errors_and_softmax: their truths, their challenges, and the names they give."""

import numpy as np
import pytest
import scipy.special
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from autograder.judges.decide import challenge_for, decide
from autograder.judges.errors_and_softmax import CHECKS, blind_spot, error_sum, fools
from autograder.judges.errors_and_softmax.softmax import SOFTMAX, softmax
from autograder.judges.numbers.draw_logits import HIGHEST, call
from autograder.plain import dumps, loads
from autograder.probes.calls import probe_calls

CHECK = {check.function: check for check in CHECKS}
TRUTHS = {
    "softmax": lambda z: softmax(z),
    "error_sum": lambda t, o: error_sum(t, o),
    "blind_spot": lambda t: blind_spot(t),
}
SEEDS = range(10)

examples = settings(max_examples=40, deadline=None, derandomize=True)
shapes = arrays.array_shapes(min_dims=1, max_dims=3, min_side=2, max_side=6)
logits = arrays.arrays(np.float64, shapes, elements=st.floats(-HIGHEST, HIGHEST))


def verdict_on(function, name, seed=0):
    asked = CHECK[name].challenge(np.random.default_rng(seed))
    with np.errstate(all="ignore"):
        return decide(CHECK[name], asked, {"runs": [loads(dumps(probe_calls(function, asked)))]})


@examples
@given(logits)
def test_softmax_agrees_with_pytorch_and_sums_to_one_along_the_last_axis(z):
    assert softmax(z) == pytest.approx(torch.softmax(torch.tensor(z), -1).numpy(), abs=1e-12)
    assert softmax(z).sum(axis=-1) == pytest.approx(np.ones(z.shape[:-1]))


def test_truths_give_the_lessons_numbers():
    dog = np.array([1.0, 0, 0])
    assert error_sum(dog, [0.2, 0.5, 0.3]) == pytest.approx(0)
    assert error_sum(dog, [0.9, 0.4, 0.1]) == pytest.approx(-0.4)
    assert softmax([2, 1, 0]) == pytest.approx([0.6652, 0.2447, 0.0900], abs=5e-5)


@examples
@given(st.integers(2, 64).flatmap(lambda k: st.tuples(st.just(k), st.integers(0, k - 1))))
def test_every_distribution_with_a_wrong_winner_fools_the_error_sum(size):
    k, right = size
    t = np.eye(k)[right]
    o = np.random.default_rng(k).dirichlet(np.ones(k))
    assert error_sum(t, o) == pytest.approx(0, abs=1e-12)
    assert fools(call(t), o) == (np.argmax(o) != right)
    assert not fools(call(t), t)
    assert not fools(call(t), np.full(k, 1 / k))
    assert not fools(call(t), 2 * np.roll(t, 1))
    assert not fools(call(t), 2 * np.roll(t, 1) - t)
    assert fools(call(t), blind_spot(t))


@pytest.mark.parametrize("name", TRUTHS)
def test_truth_passes_and_its_float32_passes(name):
    def in_float32(*args, **kwargs):
        return torch.tensor(TRUTHS[name](*args, **kwargs)).to(torch.float32)

    for seed in SEEDS:
        assert verdict_on(TRUTHS[name], name, seed).passed
        assert verdict_on(in_float32, name, seed).passed


def test_softmax_computed_in_float32_passes_in_every_spelling():
    def by_torch(z):
        return torch.softmax(torch.tensor(z, dtype=torch.float32), -1)

    def by_logsumexp(z):
        z = z.astype(np.float32)
        return np.exp(z - scipy.special.logsumexp(z, axis=-1, keepdims=True))

    for seed in SEEDS:
        assert verdict_on(by_torch, "softmax", seed).passed
        assert verdict_on(by_logsumexp, "softmax", seed).passed


@pytest.mark.parametrize("name", TRUTHS)
def test_challenge_is_the_same_for_a_student_and_another_for_another(name):
    ada = dumps(challenge_for(CHECK[name], b"secret", "ada"))
    assert ada == dumps(challenge_for(CHECK[name], b"secret", "ada"))
    assert ada != dumps(challenge_for(CHECK[name], b"secret", "blaise"))
    assert ada != dumps(challenge_for(CHECK[name], b"another", "ada"))


@pytest.mark.parametrize("seed", SEEDS)
def test_softmax_is_asked_every_clause_of_the_contract(seed):
    calls = CHECK["softmax"].challenge(np.random.default_rng(seed))["calls"]
    inputs = [[*one["args"], *one["kwargs"].values()][0] for one in calls]
    assert {z.ndim for z in inputs} == {1, 2, 3}
    assert {z.shape[-1] for z in inputs} >= {2, 64}
    assert {z.shape[0] == z.shape[1] for z in inputs if z.ndim == 2} == {True, False}
    assert {z.dtype.name for z in inputs} == {"float32", "float64"}
    assert max(np.abs(z).max() for z in inputs) == HIGHEST
    assert all((z == z.astype(np.float32)).all() for z in inputs if np.abs(z).max() > 100 and z.ndim == 1)
    assert {bool(one["args"]) for one in calls} == {True, False}


@pytest.mark.parametrize("fault", SOFTMAX.faults, ids=lambda fault: fault.mistake)
def test_each_known_fault_of_softmax_by_itself_is_named(fault):
    for seed in range(3):
        assert verdict_on(lambda z: softmax(z, **fault.wrong), "softmax", seed).mistake == fault.mistake


@examples
@given(st.floats(-4, 4).filter(lambda x: abs(x) > 0.05 and abs(x - 1) > 0.01 and abs(x + 1) > 0.01))
def test_any_temperature_is_found_and_told(factor):
    verdict = verdict_on(lambda z: scipy.special.softmax(factor * z, axis=-1), "softmax")
    assert verdict.mistake in ("softmax.temperature", "exp.base")
    assert f"multiplied by {factor:.4g} first" in verdict.message or verdict.mistake == "exp.base"


def test_a_missing_maximum_and_one_maximum_for_all_rows_are_told_apart():
    def with_maximum(axis):
        def student(z):
            powers = np.exp(z - (0 if axis == "none" else z.max(axis=axis, keepdims=True)))
            return powers / powers.sum(axis=-1, keepdims=True)

        return student

    for seed in SEEDS:
        assert verdict_on(with_maximum(-1), "softmax", seed).passed
        assert verdict_on(with_maximum("none"), "softmax", seed).mistake == "overflow"
        assert verdict_on(with_maximum(None), "softmax", seed).mistake == "axis.all"


@pytest.mark.parametrize(
    ("answer", "mistake"),
    [
        (lambda t: t, "blind_spot.right_class_wins"),
        (lambda t: (1 - t) / (len(t) - 1), "blind_spot.tie"),
        (lambda t: 2 * np.roll(t, 1), "not.distribution"),
        (lambda t: 2 * np.roll(t, 1) - t, "not.distribution"),
        (lambda t: t / 0.0, "returns.nan"),
    ],
)
def test_what_is_wrong_with_an_answer_is_named(answer, mistake):
    for seed in SEEDS:
        assert verdict_on(answer, "blind_spot", seed).mistake == mistake
