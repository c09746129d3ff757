"""The judge of `train`: whole problems, from a function through probe and evidence to the four verdicts."""

import copy
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from autograder.judges import mnist
from autograder.judges.decide import challenge_for, decide, find_check
from autograder.plain import dumps, loads
from autograder.probes.mnist import probe_train

CHECKS = ("check_train_update", "check_train_zero_grad", "check_train_history", "check_train_mode")


def right(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for _ in range(epochs):
        losses = []
        for data, target in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        history.append(sum(losses) / len(losses))
    return history


def never_zeroed(classifier, optimizer, train_loader, loss_fn, epochs):
    classifier.train()
    history = []
    for _ in range(epochs):
        losses = []
        for data, target in train_loader:
            loss = loss_fn(classifier(data.flatten(1)), target)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        history.append(sum(losses) / len(losses))
    return history


def idle(classifier, optimizer, train_loader, loss_fn, epochs):
    return [0.5] * epochs


def challenge_of(seed: int = 0) -> dict[str, Any]:
    return mnist.train_challenge(np.random.default_rng(seed))


def judged(challenge: dict[str, Any], evidence: Any) -> dict[str, str | None]:
    """The mistake each of the four checks names; None where it passes."""
    found = {name: decide(find_check(name), challenge, {"runs": [evidence]}) for name in CHECKS}
    assert all(verdict.points == (0 if verdict.mistake else verdict.max_points) for verdict in found.values())
    return {name: verdict.mistake for name, verdict in found.items()}


def evidence_of(function: Any, challenge: dict[str, Any]) -> Any:
    return loads(dumps(probe_train(function, challenge)))


@settings(max_examples=12, deadline=None, derandomize=True, phases=[Phase.generate])
@given(
    seed=st.integers(0, 10**6),
    cut=st.sampled_from([(10, 4), (10, 7), (14, 5), (23, 6)]),
    epochs=st.integers(2, 4),
    momentum=st.sampled_from([0.0, 0.5, 0.9]),
    weight_decay=st.sampled_from([0.0, 0.3]),
    normalised=st.booleans(),
    dropout=st.booleans(),
)
def test_right_training_passes_and_a_missing_zero_grad_costs_its_own_points_alone(
    seed, cut, epochs, momentum, weight_decay, normalised, dropout
):
    rng = np.random.default_rng(seed)
    images, batch_size = cut
    challenge = challenge_of(seed)
    mask = 2 * (rng.random((images, mnist.HIDDEN)) < 0.6).astype(np.float32) if dropout else None
    problem = mnist.draw_problem(
        rng, images, batch_size=batch_size, epochs=epochs, momentum=momentum, weight_decay=weight_decay
    )
    challenge["problems"][0] = problem
    challenge["problems"][2] = problem | {"normalised": normalised, "mask": mask}
    assert set(judged(challenge, evidence_of(right, challenge)).values()) == {None}
    lost = judged(challenge, evidence_of(never_zeroed, challenge))
    assert lost == dict.fromkeys(CHECKS) | {"check_train_zero_grad": "zero_grad.never"}


def test_a_challenge_is_the_same_for_one_student_and_another_for_the_next():
    check = find_check("check_train_update")
    ada, again, blaise = (challenge_for(check, b"secret", name) for name in ("ada", "ada", "blaise"))
    assert dumps(ada) == dumps(again)
    assert dumps(ada) != dumps(blaise)


def test_the_record_of_a_right_training_is_not_needed():
    challenge = challenge_of()
    evidence = evidence_of(right, challenge)
    for one in evidence["problems"]:
        one |= {"events": [], "vectors": np.zeros((0, 0), np.float32), "inputs": []}
    assert set(judged(challenge, evidence).values()) == {None}


def test_a_perfect_record_without_its_weights_earns_nothing_for_the_updates():
    challenge = challenge_of()
    evidence = evidence_of(right, challenge)
    for one, problem in zip(evidence["problems"], challenge["problems"], strict=True):
        one["weights"] = problem["weights"]
    lost = judged(challenge, evidence)
    assert lost["check_train_update"] is not None


def test_gradients_made_up_in_a_record_earn_nothing():
    challenge = challenge_of()
    honest, evidence = evidence_of(right, challenge), evidence_of(idle, challenge)
    noise = np.random.default_rng(1)
    for one, model in zip(evidence["problems"], honest["problems"], strict=True):
        one |= {"events": model["events"], "inputs": []}
        one["vectors"] = noise.normal(size=model["vectors"].shape).astype(np.float32)
    lost = judged(challenge, evidence)
    assert all(lost[name] is not None for name in CHECKS)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_hostile_evidence_ends_in_a_verdict_and_never_mends_a_wrong_training(data):
    challenge = _hostile_challenge
    evidence = copy.deepcopy(_hostile_evidence)
    for _ in range(data.draw(st.integers(1, 3))):
        _spoil(evidence, data)
    lost = judged(challenge, evidence)
    assert lost["check_train_zero_grad"] is not None


_hostile_challenge = challenge_of(5)
_hostile_evidence = evidence_of(never_zeroed, _hostile_challenge)
_JUNK = (None, True, -1, 10**9, 1e308, float("nan"), "", "forward", "@array", [], [[]], {}, {"what": "step"})


def _spoil(tree: Any, data: st.DataObject) -> None:
    """Replaces, drops or doubles something somewhere in a tree."""
    while True:
        keys = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        below = tree[key]
        if isinstance(below, dict | list) and below and data.draw(st.booleans()):
            tree = below
            continue
        if isinstance(below, np.ndarray) and data.draw(st.booleans()):
            tree[key] = data.draw(
                st.sampled_from(
                    [below[:0], below.astype(np.float16), below.T, np.full_like(below, np.nan), below[None]]
                )
            )
        elif isinstance(tree, list) and data.draw(st.booleans()):
            tree.append(below) if data.draw(st.booleans()) else tree.pop(key)
        else:
            tree[key] = data.draw(st.sampled_from(_JUNK))
        return


@pytest.mark.parametrize("problem", range(3))
def test_gradients_are_large_enough_for_the_usual_clipping_to_show(problem):
    from autograder.judges.training.twin import Twin

    for seed in range(5):
        twin = Twin(challenge_of(seed)["problems"][problem])
        lengths = [float(twin.gradient(twin.start, rows).norm()) for rows in twin.batches]
        assert max(lengths) > 5


def test_the_probe_leaves_torch_as_it_found_it():
    state, zero = torch.get_rng_state(), (torch.optim.Optimizer.zero_grad, torch.nn.Module.zero_grad)
    probe_train(right, challenge_of())
    assert torch.equal(state, torch.get_rng_state())
    assert zero == (torch.optim.Optimizer.zero_grad, torch.nn.Module.zero_grad)
