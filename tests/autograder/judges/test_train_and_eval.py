"""The judges of 07_train_and_eval: their truths against PyTorch, their exams, the names they give, what they refuse."""

import copy
import functools
import itertools

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from autograder.exam import Network, loss_of, state_of
from autograder.judges.decide import challenge_for, decide
from autograder.judges.train_and_eval import CHECKS, draw_exam
from autograder.judges.train_and_eval.batchnorm import batchnorm_update
from autograder.judges.train_and_eval.sitting import Sitting
from autograder.plain import dumps, loads
from autograder.probes.calls import probe_calls
from autograder.probes.train_and_eval import probe_evaluate

CHECK = {check.function: check for check in CHECKS}
PROBE = {"batchnorm_update": probe_calls, "evaluate": probe_evaluate}

examples = settings(max_examples=40, deadline=None, derandomize=True)
sizes = st.integers(2, 40), st.integers(1, 5)


@pytest.fixture(autouse=True, scope="module")
def _one_thread():
    """These networks are too small for two threads, which would only wait for each other."""
    earlier = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(earlier)


@functools.cache
def right_evidence():
    return evidence_on(evaluate, "evaluate")


def evidence_on(function, name, seed=0):
    asked = CHECK[name].challenge(np.random.default_rng(seed))
    return asked, loads(dumps(PROBE[name](function, asked)))


def verdict_on(function, name, seed=0):
    asked, told = evidence_on(function, name, seed)
    return decide(CHECK[name], asked, {"runs": [told]})


def evaluate(model, loader, loss_fn):
    was_training = model.training
    model.eval()
    loss, right, n = 0.0, 0, 0
    with torch.no_grad():
        for data, target in loader:
            output = model(data)
            loss += loss_fn(output, target).item() * len(target)
            right += (output.argmax(dim=1) == target).sum().item()
            n += len(target)
    model.train(was_training)
    return loss / n, right / n


def update(x, mean, var, momentum=0.1):
    return (1 - momentum) * mean + momentum * x.mean(0), (1 - momentum) * var + momentum * x.var(0, ddof=1)


RIGHT = {"batchnorm_update": update, "evaluate": evaluate}


@examples
@given(*sizes, st.sampled_from([None, 0.0, 0.01, 0.1, 0.3, 0.9, 1.0]), st.integers(0, 1000))
def test_running_averages_are_those_of_batchnorm_in_pytorch(n, d, momentum, seed):
    rng = np.random.default_rng(seed)
    x, mean, var = rng.normal(1, 2, (n, d)), rng.normal(size=d), rng.uniform(0.1, 3, d)
    layer = nn.BatchNorm1d(d, dtype=torch.float64, **({} if momentum is None else {"momentum": momentum}))
    layer.running_mean.copy_(torch.tensor(mean))
    layer.running_var.copy_(torch.tensor(var))
    layer.train()(torch.tensor(x))
    new_mean, new_var = batchnorm_update(x, mean, var, momentum)
    assert np.allclose(new_mean, layer.running_mean, rtol=1e-12)
    assert np.allclose(new_var, layer.running_var, rtol=1e-12)


def test_running_mean_gives_the_lessons_numbers():
    x, mean, var = np.array([[1.0], [2.0], [3.0], [4.0]]), np.zeros(1), np.ones(1)
    for expected in (0.25, 0.475, 0.6775):
        mean, var = batchnorm_update(x, mean, var)
        assert mean == pytest.approx(expected)


SHAPES = st.sampled_from([(6,), (3, 4), (1, 5, 5), (2, 4, 5)])


@settings(max_examples=12, deadline=None, derandomize=True)
@given(SHAPES, st.integers(3, 9), st.sampled_from(["cross-entropy", "margin"]), st.booleans(), st.integers(0, 1000))
def test_right_numbers_are_those_of_all_examples_in_one_batch(shape, batch_size, loss, training, seed):
    rng = np.random.default_rng(seed)
    n = 3 * batch_size + 2
    normalised = len(shape) != 2
    exam = draw_exam(
        rng, n, shape, batch_size=batch_size, normalised=normalised, dropout=True, loss=loss, factor=2.0,
        training=training,
    )  # fmt: skip
    output, target = Network(exam).eval()(torch.tensor(exam["data"])), torch.tensor(exam["labels"])
    right_loss, right_accuracy = Sitting(exam, {}).right
    assert float(right_loss) == pytest.approx(float(loss_of(exam)(output, target).detach()), rel=1e-5)
    assert float(right_accuracy) == pytest.approx(np.mean(output.argmax(1).numpy() == exam["labels"]))


@pytest.mark.parametrize("name", RIGHT)
@pytest.mark.parametrize("seed", range(10))
def test_right_solutions_pass_every_challenge(name, seed):
    assert verdict_on(RIGHT[name], name, seed).passed


def test_a_challenge_is_the_same_for_the_same_student_and_another_for_another():
    for check in CHECKS:
        ada, again, blaise = (dumps(challenge_for(check, b"secret", who)) for who in ("ada", "ada", "blaise"))
        assert ada == again != blaise
        assert ada != dumps(challenge_for(check, b"other secret", "ada"))


@pytest.mark.parametrize("seed", range(10))
def test_every_exam_shows_the_mode_the_short_batch_and_an_even_count(seed):
    exams = CHECK["evaluate"].challenge(np.random.default_rng(seed))["exams"]
    assert {exam["training"] for exam in exams} == {True, False}
    assert {exam["by"] for exam in exams} == {"keyword", "position"}
    for exam in exams:
        one = Sitting(exam, {})
        assert 1 <= one.cut.sizes[-1] < one.cut.size
        output = torch.cat(one.outputs(lambda i, training: True))
        in_train = float(loss_of(exam)(output, torch.tensor(exam["labels"])))
        assert abs(in_train - one.right[0]) > 0.01 * one.right[0]
    assert float(Sitting(exams[2], {}).right[1]) == 1


def test_a_network_in_eval_mode_keeps_its_state_and_in_train_mode_moves_its_averages():
    exam = CHECK["evaluate"].challenge(np.random.default_rng(0))["exams"][0]
    model = Network(exam)
    before = state_of(model)
    model.eval()(torch.tensor(exam["data"]))
    assert all(np.array_equal(x, state_of(model)[name]) for name, x in before.items())
    model.train()(torch.tensor(exam["data"][:6]))
    moved = [name for name, x in before.items() if not np.array_equal(x, state_of(model)[name])]
    assert moved == ["norm.running_mean", "norm.running_var", "norm.num_batches_tracked"]


def freezes(model, loader, loss_fn):
    model.requires_grad_(False)
    return evaluate(model, loader, loss_fn)


def converts(model, loader, loss_fn):
    return evaluate(model.double(), [(data.double(), target) for data, target in loader], loss_fn)


def resets(model, loader, loss_fn):
    for part in model.modules():
        if hasattr(part, "reset_running_stats"):
            part.reset_running_stats()
    return evaluate(model, loader, loss_fn)


def undoes_it(model, loader, loss_fn):
    model.double().requires_grad_(False)
    result = evaluate(model, [(data.double(), target) for data, target in loader], loss_fn)
    model.float().requires_grad_(True)
    return result


@pytest.mark.parametrize(
    ("wrong", "mistake", "says"),
    [
        (freezes, "parameters.changed", "features.weight came with requires_grad=True"),
        (converts, "parameters.changed", "features.weight came as float32 and is float64"),
        (resets, "buffers.changed", "came back as 0 and 1"),
    ],
)
def test_what_a_measurement_leaves_changed_is_told(wrong, mistake, says):
    reached = verdict_on(wrong, "evaluate")
    assert (reached.points, reached.mistake) == (0, mistake)
    assert says in reached.message


def test_modes_of_the_models_parts_afterwards_are_not_judged():
    def with_parts_left_in_eval(model, loader, loss_fn):
        was = model.training
        result = evaluate(model, loader, loss_fn)
        model.eval()
        model.training = was
        return result

    assert verdict_on(with_parts_left_in_eval, "evaluate").passed


def test_what_is_undone_afterwards_costs_nothing():
    assert verdict_on(undoes_it, "evaluate").passed


def test_a_minibatch_that_cannot_be_viewed_as_784_pixels_is_called_flattened():
    def flattened(model, loader, loss_fn):
        return evaluate(model, [(data.view(-1, 784), target) for data, target in loader], loss_fn)

    reached = verdict_on(flattened, "evaluate")
    assert (reached.points, reached.mistake) == (0, "flatten.wrong")


def test_gradients_left_behind_are_not_judged():
    def with_gradients(model, loader, loss_fn):
        result = evaluate(model, loader, loss_fn)
        for data, target in loader:
            loss_fn(copy.deepcopy(model)(data), target).backward()
        for parameter in model.parameters():
            parameter.grad = torch.ones_like(parameter)
        return result

    assert verdict_on(with_gradients, "evaluate").passed


def in_train_mode(model, loader, loss_fn):
    model.eval = lambda: model
    return evaluate(model, loader, loss_fn)


def forgets_the_mode(model, loader, loss_fn):
    result = evaluate(model, loader, loss_fn)
    model.eval()
    return result


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("wrong", "mistake"),
    [
        (in_train_mode, "mode.eval_missing"),
        (forgets_the_mode, "mode.not_restored"),
        (lambda model, loader, loss_fn: evaluate(model, loader, loss_fn)[::-1], "returns.swapped"),
        (lambda model, loader, loss_fn: evaluate(model, list(loader)[:1], loss_fn), "batch.first_only"),
        (lambda model, loader, loss_fn: evaluate(model, list(loader)[:-1], loss_fn), "batch.dropped"),
        (lambda model, loader, loss_fn: evaluate(model, loader, nn.CrossEntropyLoss()), "loss.other_function"),
        (lambda model, loader, loss_fn: np.array(evaluate(model, loader, loss_fn)) * [1, 100], "accuracy.percent"),
        (lambda model, loader, loss_fn: np.array(evaluate(model, loader, loss_fn)) * [2, 1], "loss.scaled"),
        (lambda model, loader, loss_fn: np.array(evaluate(model, loader, loss_fn)) ** 1.01, "unexplained"),
        (lambda model, loader, loss_fn: (float("nan"), evaluate(model, loader, loss_fn)[1]), "returns.nan"),
        (lambda model, loader, loss_fn: (1.0, 0.5), "argument.ignored"),
    ],
)
def test_evaluate_gone_wrong_has_its_name(wrong, mistake, seed):
    reached = verdict_on(wrong, "evaluate", seed)
    assert (reached.points, reached.mistake) == (0, mistake)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("wrong", "mistake"),
    [
        (lambda x, mean, var, momentum=0.1: update(x, mean, var, 1 - momentum), "momentum.swapped"),
        (lambda x, mean, var, momentum=0.9: update(x, mean, var, momentum), "momentum.default"),
        (lambda x, mean, var, momentum=0.1: update(x, mean, var), "argument.ignored"),
        (lambda x, mean, var, momentum=0.1: update(x, mean, var, 1.0), "argument.ignored"),
        (lambda x, mean, var, momentum=0.1: update(x, mean, var, momentum)[::-1], "returns.swapped"),
        (lambda x, mean, var, momentum=0.1: np.round(update(x, mean, var, momentum), 2), "rounded"),
        (lambda x, mean, var, momentum=0.1: np.power(np.abs(update(x, mean, var, momentum)), 1.01), "unexplained"),
    ],
)
def test_batchnorm_update_gone_wrong_has_its_name(wrong, mistake, seed):
    reached = verdict_on(wrong, "batchnorm_update", seed)
    assert (reached.points, reached.mistake) == (0, mistake)


def test_the_mistake_that_moves_running_averages_is_told_once():
    reached = verdict_on(in_train_mode, "evaluate")
    assert "running" not in reached.message
    assert "train mode" in reached.message


HOSTILE = [
    None,
    [],
    {},
    {"exams": None, "source": {}},
    {"exams": [], "source": {}},
    {"exams": [{"outcome": "value"}] * 4, "source": {}},
    {"exams": [{"outcome": "passed"}] * 4, "source": {}},
    {"calls": [{"outcome": "value", "value": {"kind": "number", "array": np.zeros(())}, "modified": []}]},
]


@pytest.mark.parametrize("evidence", HOSTILE)
def test_evidence_that_is_none_earns_nothing(evidence):
    for check in CHECKS:
        reached = decide(check, check.challenge(np.random.default_rng(0)), {"runs": [evidence]})
        assert reached.points == 0


SPOILED = [
    None,
    3,
    "x",
    [],
    {},
    float("nan"),
    float("inf"),
    np.zeros((2, 2)),
    np.array(["a"], dtype=object),
    [None] * 4,
]
PARTS = ["outcome", "pair", "training", "state", "kinds"]


@pytest.mark.parametrize(("part", "other"), list(itertools.product(PARTS, SPOILED)))
def test_one_spoiled_part_of_the_evidence_earns_nothing_and_raises_nothing(part, other):
    asked, told = copy.deepcopy(right_evidence())
    told["exams"][1][part] = other
    assert decide(CHECK["evaluate"], asked, {"runs": [told]}).points == 0


def test_fewer_exams_than_were_set_earn_nothing():
    asked, told = copy.deepcopy(right_evidence())
    told["exams"] = told["exams"][:3]
    assert decide(CHECK["evaluate"], asked, {"runs": [told]}).points == 0
