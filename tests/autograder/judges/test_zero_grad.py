"""The judges of 06_zero_grad: updates against PyTorch, records told apart, hostile evidence, the names they give."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.judges.decide import challenge_for, decide
from autograder.judges.zero_grad import CHECKS, draw_problem, recorded_loops
from autograder.judges.zero_grad.turns import turns_of
from autograder.plain import dumps, loads
from autograder.probes.zero_grad import PROBES

CHECK = {check.name: check for check in CHECKS}
NAMES = tuple(CHECK)
examples = settings(max_examples=15, deadline=None, derandomize=True)


@pytest.fixture(autouse=True)
def one_thread():
    """Networks this small are slower on two threads, and much slower on a busy machine."""
    earlier = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(earlier)


def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()


def accumulated_step(model, optimizer, loss_fn, minibatches):
    n = sum(len(target) for _, target in minibatches)
    optimizer.zero_grad()
    losses = [loss_fn(model(data), target) * len(target) / n for data, target in minibatches]
    for loss in losses:
        loss.backward()
    optimizer.step()
    return sum(loss.item() for loss in losses)


def diagnose(steps):
    batch, used = (np.array(part) for part in zip(*steps, strict=True))
    return min(recorded_loops.KINDS, key=lambda kind: np.linalg.norm(used - recorded_loops.used_by(kind, batch)))


RIGHT = {
    name: {"train_step": train_step, "accumulated_step": accumulated_step}.get(CHECK[name].function, diagnose)
    for name in NAMES
}


def evidence_of(name, function, seed=0):
    challenge = CHECK[name].challenge(np.random.default_rng(seed))
    return challenge, loads(dumps(PROBES[name](function, challenge)))


def verdict_on(name, function, seed=0):
    challenge, evidence = evidence_of(name, function, seed)
    return decide(CHECK[name], challenge, {"runs": [evidence]})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(8))
def test_right_solutions_pass_every_challenge(name, seed):
    assert verdict_on(name, RIGHT[name], seed).passed


def test_a_challenge_is_the_same_for_the_same_student_and_another_for_another():
    for check in CHECKS:
        ada, again, blaise = (dumps(challenge_for(check, b"secret", who)) for who in ("ada", "ada", "blaise"))
        assert ada == again != blaise
        assert ada != dumps(challenge_for(check, b"other secret", "ada"))


sizes = st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=3), min_size=1, max_size=3)
factors = st.floats(0, 0.9)


@examples
@given(sizes, factors, factors, st.integers(0, 1000))
def test_accumulating_is_right_for_every_cut_momentum_and_weight_decay(cut, momentum, decay, seed):
    problem = draw_problem(np.random.default_rng(seed), cut, momentum=momentum, weight_decay=decay, smoothing=0.1)
    told = loads(dumps(PROBES["check_accumulated_step"](accumulated_step, {"problems": [problem]})))
    assert all(turn.right for turn in turns_of(problem, told["problems"][0]))


@examples
@given(st.lists(st.integers(1, 6), min_size=1, max_size=4), factors, factors, st.integers(0, 1000))
def test_what_is_due_is_what_a_second_optimizer_of_pytorch_does_with_copied_formulas(cut, momentum, decay, seed):
    problem = draw_problem(np.random.default_rng(seed), [[n] for n in cut], momentum=momentum, weight_decay=decay)
    told = loads(dumps(PROBES["check_train_step"](by_formula(momentum, decay), {"problems": [problem]})))
    assert all(turn.right for turn in turns_of(problem, told["problems"][0]))


def by_formula(momentum, decay):
    """A train_step that moves the weights by the formulas of PyTorch's documentation of SGD, without its optimizer."""
    velocity = {}

    def step(model, optimizer, loss_fn, data, target):
        lr = optimizer.param_groups[0]["lr"]
        loss = loss_fn(model(data), target)
        parameters = list(model.parameters())
        with torch.no_grad():
            for i, (p, g) in enumerate(zip(parameters, torch.autograd.grad(loss, parameters), strict=True)):
                velocity[i] = momentum * velocity.get(i, 0) + g + decay * p
                p -= lr * velocity[i]
        return loss.detach()

    return step


@pytest.mark.parametrize("seed", range(20))
def test_every_record_is_of_one_kind_only_and_long_enough(seed):
    records = recorded_loops.challenge(np.random.default_rng(seed))["records"]
    for record in records:
        assert len(record["batch"]) >= 3
        fits = [
            k for k in recorded_loops.KINDS if np.allclose(record["used"], recorded_loops.used_by(k, record["batch"]))
        ]
        assert fits == [recorded_loops.kind_of(record)]
        wide = [np.abs(record["used"] - recorded_loops.used_by(k, record["batch"])).max() for k in recorded_loops.KINDS]
        assert sum(one < min(0.4, np.abs(record["batch"]).max() / 3) for one in wide) == 1
    assert {recorded_loops.kind_of(record) for record in records} == set(recorded_loops.KINDS)


def test_the_challenge_holds_what_is_asked_and_not_the_answer():
    for record in recorded_loops.challenge(np.random.default_rng(0))["records"]:
        assert set(record) == {"batch", "used", "by"}


def test_records_by_hand():
    batch = np.array([[2.0], [-1.0], [3.0]])
    assert recorded_loops.used_by("correct", batch).ravel().tolist() == [2, -1, 3]
    assert recorded_loops.used_by("accumulates", batch).ravel().tolist() == [2, 1, 4]
    assert recorded_loops.used_by("erased", batch).ravel().tolist() == [0, 0, 0]
    assert recorded_loops.used_by("stale", batch).ravel().tolist() == [0, 2, -1]


def compared(close):
    """A diagnose that looks at every pair, and compares gradients `(k, d)` as told."""

    def diagnose(steps):
        batch, used = (np.array(part) for part in zip(*steps, strict=True))
        return next((k for k in recorded_loops.KINDS if close(used, recorded_loops.used_by(k, batch))), "correct")

    return diagnose


def reduced(of):
    """A diagnose that compares one number or one part of each gradient."""
    return compared(lambda used, would: np.allclose(of(used), of(would)))


def last_pair_decides(steps):
    (batch, used), before = steps[-1], steps[-2][0]
    would = {"correct": batch, "erased": 0 * batch, "stale": before}
    return next((kind for kind, one in would.items() if np.allclose(used, one)), "accumulates")


def first_update_of_stale_unread(steps):
    batch, used = (np.array(part) for part in zip(*steps, strict=True))
    return "stale" if np.allclose(used[1:], batch[:-1]) and used.any() else diagnose(steps)


PART_READ = {
    "the last pair": (last_pair_decides, "of its"),
    "the last two pairs": (reduced(lambda g: g[-2:]), "of its"),
    "the first two pairs": (reduced(lambda g: g[:2]), "of its"),
    "all but the first pair": (first_update_of_stale_unread, "3 of its 4 updates used what 'stale' would have used"),
    "first entries": (reduced(lambda g: g[:, 0]), "In every update entry 1 is what"),
    "last entries": (reduced(lambda g: g[:, -1]), "In every update entry 1 is what"),
    "sums": (reduced(lambda g: g.sum(1)), "Each used gradient has the same"),
    "lengths": (
        reduced(lambda g: np.linalg.norm(g, axis=1)),
        "Each used gradient has the same entries, in some order, as",
    ),
    "largest entries": (reduced(lambda g: g.max(1)), "Each used gradient has the same entries, in some order, as"),
    "within 0.5": (compared(lambda x, y: np.allclose(x, y, atol=0.5)), "Its gradients are small"),
    "within 0.05": (compared(lambda x, y: np.abs(x - y).max() < 0.05), "Its gradients are small"),
    "within 30 %": (compared(lambda x, y: np.allclose(x, y, rtol=0.3)), "No used entry is further than 1"),
}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("part", PART_READ)
def test_whoever_reads_a_part_of_the_record_or_compares_loosely_is_told_what_the_record_shows(part, seed):
    wrong, says = PART_READ[part]
    reached = verdict_on("check_diagnose", wrong, seed)
    assert (reached.points, reached.mistake) == (0, "diagnose.confused")
    assert says in reached.message


SANE = [{}, {"rtol": 1e-3}, {"atol": 1e-3}, {"rtol": 0, "atol": 1e-9}, {"rtol": 1e-9, "atol": 1e-12}, {"rtol": 0.05}]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("tolerance", SANE, ids=str)
def test_no_sane_tolerance_costs_points(tolerance, seed):
    sane = compared(lambda x, y: np.allclose(x, y, **tolerance))
    assert verdict_on("check_diagnose", sane, seed).passed


def test_records_that_are_alike_in_part_hold_what_their_names_say():
    for seed in range(20):
        rng = np.random.default_rng(seed)
        batch = {draw.__name__.strip("_"): draw(rng) for draw, _ in recorded_loops.ALIKE}
        assert (batch["alike_at_the_end"][-3:] == batch["alike_at_the_end"][-1]).all()
        assert not batch["zero_at_the_end"][[0, -1]].any()
        assert not batch["cancelled"][:-1].sum(0).any()
        assert (batch["constant"] == batch["constant"][0]).all()
        assert not batch["with_dark_margin"][:, [0, -1]].any()
        assert (np.sort(batch["turned"]) == np.sort(batch["turned"].cumsum(0))).all()
        assert np.allclose(batch["diverging"], batch["diverging"].cumsum(0), rtol=0.2)
        assert np.abs(batch["small"]).max() < 0.05


def test_a_misspelt_word_is_named_before_what_is_confused_besides():
    reached = verdict_on("check_diagnose", lambda steps: last_pair_decides(steps).replace("accumulates", "accumulate"))
    assert reached.mistake == "diagnose.spelling"
    assert "taken for 'correct'" in reached.message
    assert "taken for 'accumulate'" not in reached.message


def lecture_order(model, optimizer, loss_fn, data, target):
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return loss.item()


@pytest.mark.parametrize("seed", range(5))
def test_step_then_zero_loses_the_dirty_start_alone(seed):
    assert verdict_on("check_train_step", lecture_order, seed).passed
    dirty = verdict_on("check_train_step_dirty", lecture_order, seed)
    assert (dirty.points, dirty.mistake) == (0, "zero_grad.dirty_start")


def weighted_by(share):
    """An accumulated_step in which a minibatch of n of N images, one of k, has the weight share(n, N, k)."""

    def step(model, optimizer, loss_fn, minibatches):
        total = sum(len(target) for _, target in minibatches)
        optimizer.zero_grad()
        mean = 0.0
        for data, target in minibatches:
            loss = loss_fn(model(data), target)
            (loss * share(len(target), total, len(minibatches))).backward()
            mean += loss.item() * len(target) / total
        optimizer.step()
        return mean

    return step


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("share", "mistake"),
    [
        (lambda n, total, k: n / total, None),
        (lambda n, total, k: 1, "accumulate.unscaled"),
        (lambda n, total, k: n, "accumulate.unscaled"),
        (lambda n, total, k: 1 / k, "accumulate.equal_weights"),
        (lambda n, total, k: 1 / total, "accumulate.equal_weights"),
        (lambda n, total, k: -n / total, "loss.sign"),
        (lambda n, total, k: n / total / 2, "loss.scaled"),
        (lambda n, total, k: (n / total) ** 2, "unexplained"),
    ],
)
def test_weights_of_minibatches_are_told_from_the_update(share, mistake, seed):
    assert verdict_on("check_accumulated_step", weighted_by(share), seed).mistake == mistake


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "evidence",
    [
        {},
        {"problems": [], "source": {}},
        {"problems": [{"turns": []}], "source": {}},
        {"problems": [{"turns": [{"outcome": "value"}] * 9}] * 9, "source": None},
        {"problems": [{"turns": [{"outcome": "undefined"}]}], "source": {}},
        {"calls": []},
        {"calls": [{"outcome": "value", "answer": "correct"}]},
        {"calls": None, "problems": "all right", "source": 3},
    ],
)
def test_hostile_evidence_earns_nothing_and_raises_nothing(name, evidence):
    challenge = CHECK[name].challenge(np.random.default_rng(0))
    reached = decide(CHECK[name], challenge, {"runs": [evidence]})
    assert (reached.points, reached.passed) == (0, False)


@pytest.mark.parametrize("name", NAMES[:3])
@pytest.mark.parametrize("part", ["weights", "value", "modified", "outcome"])
@pytest.mark.parametrize("value", [None, "right", [1, 2], np.zeros(3), np.nan, {"kind": "number"}])
def test_a_forged_part_of_the_evidence_earns_nothing(name, part, value):
    challenge, evidence = evidence_of(name, RIGHT[name])
    evidence["problems"][0]["turns"][0][part] = value
    reached = decide(CHECK[name], challenge, {"runs": [evidence]})
    assert not reached.passed


@pytest.mark.parametrize("name", NAMES[:3])
def test_the_record_alone_never_earns_a_point(name):
    challenge, evidence = evidence_of(name, RIGHT[name])
    start = challenge["problems"][0]["weights"]
    for turn in evidence["problems"][0]["turns"]:
        turn["weights"] = start  # every event says that all went well, but the weights stayed
    assert not decide(CHECK[name], challenge, {"runs": [evidence]}).passed
