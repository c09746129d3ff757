"""The judges of 05_minibatches: their truths, their challenges, and what they say of an order, a path, a cosine."""

import itertools
import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import distance

from autograder.judges.decide import challenge_for, decide
from autograder.judges.minibatches import CHECKS
from autograder.judges.minibatches.cosine import COSINE_TO_FULL, cosine_to_full
from autograder.judges.minibatches.descent import descend, sgd_step
from autograder.judges.minibatches.path_faults import PATH_FAULTS
from autograder.judges.minibatches.shuffling import ALL_ORDERS, LEAST, ROWS, may_be_missing
from autograder.judges.minibatches.step_faults import STEP_FAULTS
from autograder.plain import dumps, loads
from autograder.probes import minibatches as probe
from autograder.probes import run
from autograder.probes.minibatches import PROBES
from autograder.slope import Slope

CHECK = {check.function: check for check in CHECKS}
examples = settings(max_examples=40, deadline=None, derandomize=True)
numbers = st.floats(-3, 3, allow_subnormal=False)


def verdict_on(function, name, seed=0):
    check = CHECK[name]
    asked = loads(dumps(check.challenge(np.random.default_rng(seed))))
    with np.errstate(all="ignore"):
        evidence = loads(dumps(PROBES[check.name](function, asked)))
    return decide(check, asked, {"runs": [evidence]})


# minibatches


def permuted(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


def by_keys(keys):
    """Minibatches of an order that sorts by drawn keys, equal ones by their place."""

    def minibatches(n, batch_size, rng):
        order = np.argsort(keys(rng, n), kind="stable")
        return np.split(order, range(batch_size, n, batch_size))

    return minibatches


def swapped(n, batch_size, rng):
    """The naive shuffle: every place changes with any other, which is not uniform."""
    order = np.arange(n)
    for i in range(n):
        j = rng.integers(n)
        order[[i, j]] = order[[j, i]]
    return np.split(order, range(batch_size, n, batch_size))


SHUFFLES = {
    "permutation": permuted,
    "naive swaps": swapped,
    "random keys": by_keys(lambda rng, n: rng.random(n)),
    "keys with ties": by_keys(lambda rng, n: rng.integers(0, n, n)),
}


@pytest.mark.parametrize("name", SHUFFLES)
def test_every_shuffle_that_can_make_every_order_passes(name):
    for seed in range(5):
        assert verdict_on(SHUFFLES[name], "minibatches", seed).passed


def test_a_uniform_shuffle_misses_what_is_asked_once_in_a_billion_students():
    false_alarm = 0.0
    for n, _, times in ROWS:
        if n in ALL_ORDERS:  # more orders missing than may be: some set of so many
            orders, some = math.factorial(n), ALL_ORDERS[n] + 1
            false_alarm += math.comb(orders, some) * (1 - some / orders) ** times
        elif n <= 8:  # an index that never came at some place, or never stood just before another
            false_alarm += 2 * n * n * (1 - 1 / n) ** times
    assert false_alarm < 1e-9


def test_keys_with_ties_miss_an_order_of_three_once_in_a_billion_students():
    times = next(times for n, _, times in ROWS if n == 3)
    assert (26 / 27) ** times < 1e-9  # the rarest order needs all three keys different, in one order


def cut(order, batch_size):
    return np.split(np.asarray(order), range(batch_size, len(order), batch_size))


def cyclic(n, batch_size, rng):
    """Sattolo's: no index stays at its place."""
    order = np.arange(n)
    for i in range(n - 1, 0, -1):
        j = rng.integers(i)
        order[[i, j]] = order[[j, i]]
    return cut(order, batch_size)


def even(n, batch_size, rng):
    order = rng.permutation(n)
    if round(np.linalg.det(np.eye(n)[order])) < 0 and n > 1:
        order[[0, 1]] = order[[1, 0]]
    return cut(order, batch_size)


def rest_kept(n, batch_size, rng):
    whole = n // batch_size * batch_size
    return cut(np.append(rng.permutation(whole), np.arange(whole, n)), batch_size)


def in_contents(n, batch_size, rng):
    return [rng.permutation(batch) for batch in cut(np.arange(n), batch_size)]


def rising(n, batch_size, rng):
    return [np.sort(batch) for batch in permuted(n, batch_size, rng)]


PARTIAL = {
    "cyclic": cyclic,
    "even": even,
    "rest kept": rest_kept,
    "within batches": in_contents,
    "rising": rising,
    "rolled": lambda n, batch_size, rng: cut(np.roll(np.arange(n), rng.integers(n)), batch_size),
    "riffled": lambda n, batch_size, rng: cut(np.argsort(rng.integers(0, 2, n), kind="stable"), batch_size),
    "last stays": lambda n, batch_size, rng: cut(np.append(rng.permutation(n - 1), n - 1), batch_size),
}


class Clock:
    """A clock that only a slow function moves."""

    def __init__(self):
        self.now_s = 0.0

    def monotonic(self):
        return self.now_s

    def slowed(self, function, by_s):
        def slow(n, batch_size, rng):
            self.now_s += by_s
            return function(n, batch_size, rng)

        return slow


@pytest.mark.parametrize("by_s", [0.05, 0.2, 0.5])
def test_slow_function_is_judged_in_time_by_fewer_calls_and_rightly(monkeypatch, by_s):
    for name, function in (SHUFFLES | PARTIAL).items():
        clock = Clock()
        monkeypatch.setattr(probe, "time", clock)
        verdict = verdict_on(clock.slowed(function, by_s), "minibatches")
        assert verdict.mistake == (None if name in SHUFFLES else "batch.partly_shuffled"), name
        assert clock.now_s < run.TIME_LIMIT_S - 1


@pytest.mark.parametrize("epochs", [12, 30, 68, 127, 207, 599])
def test_orders_that_may_be_missing_hardly_ever_are_more(epochs):
    keys = np.array(list(itertools.product(range(3), repeat=3)))
    orders = np.argsort(keys, axis=1, kind="stable") @ [9, 3, 1]
    for chances in (np.unique(orders, return_counts=True)[1] / 27, np.full(6, 1 / 6)):
        some = may_be_missing(3, epochs) + 1
        missed = [1 - sum(one) for one in itertools.combinations(chances, some)]
        assert sum(chance**epochs for chance in missed) < 1e-6


def test_what_a_slow_shuffle_is_asked_it_misses_less_than_once_in_a_million_students():
    epochs = LEAST[24]
    no_quarter_in_a_quarter = 16 * (math.comb(18, 6) / math.comb(24, 6)) ** epochs
    met_no_more_than_half = 24 * math.comb(23, 11) * (math.comb(11, 5) / math.comb(23, 5)) ** epochs
    one_place_stays = 24 * 24 ** (1 - epochs)
    assert no_quarter_in_a_quarter + met_no_more_than_half + one_place_stays < 1e-8


@pytest.mark.parametrize("place", [0, 1, -1])
def test_a_shuffle_that_leaves_one_place_alone_is_partly_shuffled(place):
    def student(n, batch_size, rng):
        kept = place % n
        order = np.insert(rng.permutation(np.delete(np.arange(n), kept)), kept, kept)
        return np.split(order, range(batch_size, n, batch_size))

    for seed in range(4):
        assert verdict_on(student, "minibatches", seed).mistake == "batch.partly_shuffled"


@pytest.mark.parametrize("name", PARTIAL)
def test_a_shuffle_that_cannot_make_every_order_is_partly_shuffled(name):
    assert verdict_on(PARTIAL[name], "minibatches").mistake == "batch.partly_shuffled"


def test_generator_of_the_same_seed_has_to_give_the_same_order():
    own = np.random.default_rng(1)
    verdict = verdict_on(lambda n, batch_size, rng: permuted(n, batch_size, own), "minibatches")
    assert verdict.mistake == "argument.ignored"
    assert "not all of the order comes from rng" in verdict.message
    fixed = verdict_on(lambda n, batch_size, rng: permuted(n, batch_size, np.random.default_rng(1)), "minibatches")
    assert fixed.mistake == "batch.same_order"


def test_batches_that_never_end_are_told_in_time(monkeypatch):
    def yields_on(n, batch_size, rng):
        while True:
            yield rng.permutation(n)[:batch_size]

    def loops_inside(n, batch_size, rng):
        yield rng.permutation(n)[:batch_size]
        while True:
            pass

    assert verdict_on(yields_on, "minibatches").mistake == "error.timeout"
    monkeypatch.setattr(run, "TIME_LIMIT_S", 0.2)
    asked = CHECK["minibatches"].challenge(np.random.default_rng(0))
    evidence = run.evidence_of("check_minibatches", "minibatches", {"minibatches": loops_inside}, asked)
    assert decide(CHECK["minibatches"], asked, evidence).mistake == "error.timeout"


def test_exception_of_a_generator_is_told_with_its_text():
    def late(n, batch_size, rng):
        yield rng.permutation(n)[:batch_size]
        raise RuntimeError("too late")

    verdict = verdict_on(late, "minibatches")
    assert verdict.mistake == "error.exception"
    assert "too late" in verdict.message


@examples
@given(st.integers(1, 40), st.integers(1, 12))
def test_sizes_asked_for_are_those_of_pytorchs_sampler(n, batch_size):
    from autograder.judges.minibatches.epoch import Epoch

    asked = Epoch({"args": [], "kwargs": {}}, n, batch_size, [], np.arange(0), False).expected
    sampler = torch.utils.data.BatchSampler(range(n), batch_size, drop_last=False)
    assert asked == [len(batch) for batch in sampler]


# sgd_step and descend


def walked_by_pytorch(gradient, w, lr, steps):
    weights = torch.nn.Parameter(torch.tensor(np.array(w, dtype=float)))
    optimizer = torch.optim.SGD([weights], lr=lr)
    path = [weights.detach().numpy().copy()]
    for _ in range(steps):
        weights.grad = torch.tensor(gradient(weights.detach().numpy()))
        optimizer.step()
        path.append(weights.detach().numpy().copy())
    return np.array(path)


@examples
@given(st.lists(numbers, min_size=1, max_size=6), st.floats(0.01, 0.5), st.integers(0, 8), st.sampled_from([1, 3]))
def test_path_and_step_agree_with_pytorchs_sgd(w, lr, steps, power):
    slope = Slope(0.2, 0.1, 0.3, power)
    path = descend(slope, np.array(w), lr, steps)
    assert path.shape == (steps + 1, len(w))
    np.testing.assert_allclose(path, walked_by_pytorch(slope, w, lr, steps), rtol=1e-9, atol=1e-12)
    if steps:
        np.testing.assert_allclose(sgd_step(path[0], slope(path[0]), lr), path[1])


def test_shown_gradient_is_the_gradient_that_was_given():
    for slope in (Slope(1.5, 0.5, 0.75), Slope(0.8, -0.4, 0.3), Slope(0.3, 0.6, 0.5, power=3)):
        w = np.array([0.4, -1.2, 2.0])
        np.testing.assert_allclose(eval(str(slope))(w), slope(w))
        assert Slope.from_plain(loads(dumps(slope.plain()))) == slope


@pytest.mark.parametrize("fault", [pytest.param(one, id=f"{i}-{one.mistake}") for i, one in enumerate(STEP_FAULTS)])
def test_each_known_fault_of_a_step_is_named(fault):
    for seed in range(3):
        assert verdict_on(fault.wrong, "sgd_step", seed).mistake == fault.mistake


@pytest.mark.parametrize("fault", [pytest.param(one, id=f"{i}-{one.mistake}") for i, one in enumerate(PATH_FAULTS)])
def test_each_known_fault_of_a_path_is_named(fault):
    def student(gradient, w, lr, steps):
        return descend(gradient, w, lr, steps, **fault.wrong)

    for seed in range(2):
        assert verdict_on(student, "descend", seed).mistake == fault.mistake


def test_a_path_that_differs_for_no_known_reason_is_told_by_its_first_wrong_row():
    def student(gradient, w, lr, steps):
        path = walked_by_pytorch(gradient, w, lr, steps)
        path[2:] += 0.01
        return path

    verdict = verdict_on(student, "descend")
    assert verdict.mistake in ("unexplained", "descend.end_missing")
    longer = verdict_on(lambda gradient, w, lr, steps: student(gradient, w, lr, steps) + 0.001, "descend")
    assert longer.mistake == "unexplained"
    assert "first differs in row 0" in longer.message


# cosine_to_full


@examples
@given(st.integers(2, 9), st.integers(2, 9), st.integers(0, 2**32 - 1))
def test_cosine_agrees_with_pytorch_and_scipy(n, d, seed):
    rng = np.random.default_rng(seed)
    grads, batch = rng.normal(size=(n, d)), rng.permutation(n)[: rng.integers(1, n + 1)]
    ours, full = torch.tensor(grads)[torch.tensor(batch)].mean(0), torch.tensor(grads).mean(0)
    expected = torch.nn.functional.cosine_similarity(ours, full, dim=0).item()
    assert cosine_to_full(grads, batch) == pytest.approx(expected, abs=1e-9)
    assert cosine_to_full(grads, batch) == pytest.approx(1 - distance.cosine(ours, full), abs=1e-9)


@pytest.mark.parametrize(
    "fault",
    [pytest.param(one, id=f"{i}-{one.mistake}") for i, one in enumerate(COSINE_TO_FULL.faults)],
)
def test_each_known_fault_of_a_cosine_is_named_unless_it_is_none(fault):
    def student(grads, batch):
        return fault.wrong(grads, batch) if callable(fault.wrong) else cosine_to_full(grads, batch, **fault.wrong)

    for seed in range(3):
        verdict = verdict_on(student, "cosine_to_full", seed)
        assert verdict.mistake == fault.mistake or (verdict.passed and fault.mistake == "reduction.sum")


# All four


@pytest.mark.parametrize("name", CHECK)
def test_challenge_is_the_same_for_a_student_and_another_for_another(name):
    ada = dumps(challenge_for(CHECK[name], b"secret", "ada"))
    assert ada == dumps(challenge_for(CHECK[name], b"secret", "ada"))
    assert ada != dumps(challenge_for(CHECK[name], b"secret", "blaise"))
    assert ada != dumps(challenge_for(CHECK[name], b"another", "ada"))


RIGHT = {
    "minibatches": permuted,
    "sgd_step": lambda w, g, lr: w - lr * g,
    "descend": walked_by_pytorch,
    "cosine_to_full": cosine_to_full,
}


@pytest.mark.parametrize("name", CHECK)
def test_a_right_function_passes_every_challenge(name):
    for seed in range(10):
        assert verdict_on(RIGHT[name], name, seed).passed


def damaged(evidence):
    """Evidence of a right function with one thing in it wrong, missing or of another type."""
    calls = evidence["calls"]
    yield from ({}, {"calls": None}, {"calls": []}, {"calls": calls[:-1]}, {"calls": [None] * len(calls)})
    yield {**evidence, "calls": [{"outcome": "passed"}] * len(calls)}
    yield {**evidence, "calls": [{"outcome": "value"}] * len(calls)}
    key = "batches" if "batches" in calls[0] else "value"
    for value in (None, {}, [], 1, {"kind": "array", "array": "x"}, {"sizes": np.eye(2), "order": np.eye(2)}):
        yield {**evidence, "calls": [{**calls[0], key: value}, *calls[1:]]}
    if "rows" in evidence:
        rows = evidence["rows"]
        yield from ({**evidence, "rows": value} for value in (None, [], rows[:-1], [None] * len(rows)))
        for orders in (None, np.zeros((600, 3)), np.zeros((600, 3), dtype=int), rows[0]["orders"][:5]):
            yield {**evidence, "rows": [{"orders": orders, "odd": None}, *rows[1:]]}
        yield {**evidence, "rows": [{"orders": rows[0]["orders"], "odd": calls[0]}, *rows[1:]]}


@pytest.mark.parametrize("name", CHECK)
def test_hostile_evidence_earns_nothing_and_raises_nothing(name):
    check = CHECK[name]
    asked = check.challenge(np.random.default_rng(0))
    evidence = PROBES[check.name](RIGHT[name], asked)
    assert decide(check, asked, {"runs": [evidence]}).passed
    for bad in (None, [], 1, *damaged(evidence)):
        verdict = decide(check, asked, {"runs": [bad]})
        assert (verdict.points, verdict.passed) == (0, False), bad
