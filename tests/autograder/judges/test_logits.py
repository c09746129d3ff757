"""The judges of 04_logits: their truths, their challenges, and the names they give."""

import numpy as np
import pytest
import scipy.special
import torch
import torch.nn.functional as F
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from autograder.judges.decide import challenge_for, decide
from autograder.judges.logits import CHECKS, to_bits
from autograder.judges.logits.gradient import GRADIENT, cross_entropy_gradient
from autograder.judges.logits.log_softmax import LOG_SOFTMAX, log_softmax
from autograder.judges.logits.loss import LOSS, cross_entropy_from_logits
from autograder.judges.numbers.draw_logits import HIGHEST
from autograder.plain import dumps, loads
from autograder.probes.calls import probe_calls

CHECK = {check.function: check for check in CHECKS}
TRUTHS = {
    "log_softmax": lambda z: log_softmax(z),
    "cross_entropy_from_logits": lambda z, y: cross_entropy_from_logits(z, y),
    "cross_entropy_gradient": lambda z, y: cross_entropy_gradient(z, y),
    "to_bits": lambda nats: to_bits(nats),
}
SEEDS = range(10)

examples = settings(max_examples=40, deadline=None, derandomize=True)


@st.composite
def batches(draw, largest=HIGHEST):
    """Logits `(n, k)` and labels `(n,)`."""
    n, k = draw(st.integers(1, 6)), draw(st.integers(2, 6))
    z = draw(arrays.arrays(np.float64, (n, k), elements=st.floats(-largest, largest)))
    return z, draw(arrays.arrays(np.int64, n, elements=st.integers(0, k - 1)))


def verdict_on(function, name, seed=0):
    asked = CHECK[name].challenge(np.random.default_rng(seed))
    with np.errstate(all="ignore"):
        return decide(CHECK[name], asked, {"runs": [loads(dumps(probe_calls(function, asked)))]})


@examples
@given(batches())
def test_truths_agree_with_pytorch(batch):
    z, y = batch
    tensor = torch.tensor(z, requires_grad=True)
    loss = F.cross_entropy(tensor, torch.tensor(y))
    loss.backward()
    assert log_softmax(z) == pytest.approx(F.log_softmax(tensor, 1).detach().numpy(), rel=1e-9, abs=1e-9)
    assert cross_entropy_from_logits(z, y) == pytest.approx(loss.item(), rel=1e-9, abs=1e-9)
    assert cross_entropy_gradient(z, y) == pytest.approx(tensor.grad.numpy(), abs=1e-9)


@examples
@given(batches(largest=10))
def test_gradient_agrees_with_finite_differences(batch):
    z, y = batch
    step = 1e-5
    for at in np.ndindex(z.shape):
        moved = step * (np.arange(z.size) == np.ravel_multi_index(at, z.shape)).reshape(z.shape)
        rise = cross_entropy_from_logits(z + moved, y) - cross_entropy_from_logits(z - moved, y)
        assert cross_entropy_gradient(z, y)[at] == pytest.approx(rise / (2 * step), abs=1e-8)


def test_truths_give_the_lessons_numbers():
    z = np.log([[0.2, 0.5, 0.3]])
    assert cross_entropy_from_logits(z, [0]) == pytest.approx(1.6094, abs=5e-5)
    assert to_bits(cross_entropy_from_logits(z, [0])) == pytest.approx(2.321928094887362)
    assert cross_entropy_gradient(z, [0]) == pytest.approx(np.array([[-0.8, 0.5, 0.3]]))
    assert cross_entropy_from_logits(np.zeros((5, 10)), [7, 2, 1, 0, 4]) == pytest.approx(2.3026, abs=5e-5)
    assert log_softmax([1000, 0]).tolist() == [0, -1000]


@pytest.mark.parametrize("name", TRUTHS)
def test_truth_passes_and_its_float32_passes(name):
    def in_float32(*args, **kwargs):
        return torch.tensor(TRUTHS[name](*args, **kwargs)).to(torch.float32)

    for seed in SEEDS:
        assert verdict_on(TRUTHS[name], name, seed).passed
        assert verdict_on(in_float32, name, seed).passed


def test_what_is_computed_in_float32_passes_in_every_spelling():
    def minus_logsumexp(z):
        z = z.astype(np.float32)
        return z - scipy.special.logsumexp(z, axis=-1, keepdims=True)

    def loss(z, y):
        return -minus_logsumexp(z)[np.arange(len(y)), y].mean()

    def gradient(z, y):
        logits = torch.tensor(z, dtype=torch.float32, requires_grad=True)
        F.cross_entropy(logits, torch.tensor(y)).backward()
        return logits.grad

    for seed in SEEDS:
        assert verdict_on(minus_logsumexp, "log_softmax", seed).passed
        assert verdict_on(loss, "cross_entropy_from_logits", seed).passed
        assert verdict_on(gradient, "cross_entropy_gradient", seed).passed


def test_finite_differences_pass_as_a_gradient():
    def central(z, y):
        gradient = np.empty_like(z)
        for at in np.ndindex(z.shape):
            up, down = z.copy(), z.copy()
            up[at] += 1e-6
            down[at] -= 1e-6
            gradient[at] = (cross_entropy_from_logits(up, y) - cross_entropy_from_logits(down, y)) / 2e-6
        return gradient

    for seed in range(3):
        assert verdict_on(central, "cross_entropy_gradient", seed).passed


@pytest.mark.parametrize("name", TRUTHS)
def test_challenge_is_the_same_for_a_student_and_another_for_another(name):
    ada = dumps(challenge_for(CHECK[name], b"secret", "ada"))
    assert ada == dumps(challenge_for(CHECK[name], b"secret", "ada"))
    assert ada != dumps(challenge_for(CHECK[name], b"secret", "blaise"))
    assert ada != dumps(challenge_for(CHECK[name], b"another", "ada"))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ["cross_entropy_from_logits", "cross_entropy_gradient"])
def test_loss_and_gradient_are_asked_every_clause_of_the_contract(name, seed):
    calls = CHECK[name].challenge(np.random.default_rng(seed))["calls"]
    inputs = [dict(zip(("z", "y"), one["args"], strict=False)) | one["kwargs"] for one in calls]
    for one in inputs:
        assert one["y"].dtype == np.int64
        assert one["y"].shape == one["z"].shape[:1]
        assert one["y"].min() >= 0
        assert one["y"].max() < one["z"].shape[1]
        assert np.abs(one["z"]).max() <= HIGHEST
    shapes = [one["z"].shape for one in inputs]
    assert {n == k for n, k in shapes} == {True, False}
    assert {n for n, _ in shapes} >= {1, 2}
    assert {k for _, k in shapes} >= {2, 64}
    assert any(len(set(one["y"])) < len(one["y"]) for one in inputs)
    assert {bool(one["args"]) for one in calls} == {True, False}


def faults():
    """Every fault that is known, with the truth it is a setting of."""
    for judged in (LOG_SOFTMAX, LOSS, GRADIENT):
        for i, fault in enumerate(judged.faults):
            yield pytest.param(judged, fault, id=f"{judged.function}-{i}-{fault.mistake}")


@pytest.mark.parametrize(("judged", "fault"), list(faults()))
def test_each_known_fault_by_itself_is_named(judged, fault):
    for seed in range(2):
        verdict = verdict_on(lambda *a, **k: judged.truth(*a, **k, **fault.wrong), judged.function, seed)
        small = fault.mistake == "zero.clamped" and verdict.mistake == "underflow"  # too small to show elsewhere
        nan = fault.mistake == "exp.missing" and verdict.mistake == "returns.nan"  # the logarithm of a negative sum
        assert verdict.mistake == fault.mistake or small or nan


def test_overflow_underflow_and_one_maximum_for_all_rows_are_told_apart():
    def loss(log_p):
        return lambda z, y: -log_p(z)[np.arange(len(y)), y].mean()

    def product(log_p):
        return lambda z, y: -(np.eye(z.shape[1])[y] * log_p(z)).sum(axis=1).mean()

    def naive(z):
        return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))

    def fraction(z):
        return np.log(scipy.special.softmax(z, axis=-1))

    def hidden(z):
        return np.log(scipy.special.softmax(z, axis=-1) + 1e-12)

    def one_maximum(z):
        return naive(z - z.max())

    names = {naive: "overflow", fraction: "underflow", hidden: "underflow", one_maximum: "axis.all"}
    for seed in SEEDS:
        for log_p, mistake in names.items():
            assert verdict_on(log_p, "log_softmax", seed).mistake == mistake
            assert verdict_on(loss(log_p), "cross_entropy_from_logits", seed).mistake == mistake
        assert verdict_on(product(fraction), "cross_entropy_from_logits", seed).mistake == "underflow"


def test_both_of_two_mistakes_are_told():
    verdict = verdict_on(lambda z, y: cross_entropy_from_logits(z, y) * len(y) / np.log(2), "cross_entropy_from_logits")
    assert verdict.mistake == "log.bits"
    assert "in bits" in verdict.message
    assert "sum over the examples" in verdict.message


@pytest.mark.parametrize("digits", range(5))
def test_rounding_is_named_however_fine(digits):
    for seed in SEEDS:
        assert verdict_on(lambda z: np.round(log_softmax(z), digits), "log_softmax", seed).mistake == "rounded"
        assert verdict_on(lambda nats: np.round(to_bits(nats), digits), "to_bits", seed).mistake == "rounded"
