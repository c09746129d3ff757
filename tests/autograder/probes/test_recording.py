"""The recorder sees what happens, in order, and is in nobody's way."""

import copy
import pickle

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader

from autograder.judges.mnist import draw_problem
from autograder.probes.recording import RecordedLoss, RecordedNetwork, Recorder, recorded_loader
from autograder.probes.surroundings import OutOfTime


@pytest.fixture
def parts():
    problem = draw_problem(np.random.default_rng(0), 5, batch_size=3, epochs=2)
    recorder = Recorder(problem)
    model = RecordedNetwork(problem, recorder)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    return recorder, model, optimizer, recorded_loader(problem, recorder), RecordedLoss(problem, recorder)


def test_one_round_of_the_loop_is_seen_in_order(parts):
    recorder, model, optimizer, loader, loss_fn = parts
    with recorder.watch(model, optimizer):
        for data, target in loader:
            loss_fn(model(data.flatten(1)), target).backward()
            optimizer.step()
            optimizer.zero_grad()
    whats = [event["what"] for event in recorder.events]
    turn = ["fetch", "forward", "loss", "backward", "step", "zero"]
    assert whats == ["epoch", *turn, *turn]
    assert [event["rows"] for event in recorder.events if event["what"] == "forward"] == [[0, 1, 2], [3, 4]]


def test_what_arrives_is_told_apart_from_what_lies_in_grad(parts):
    recorder, model, optimizer, loader, loss_fn = parts
    with recorder.watch(model, optimizer):
        for data, target in loader:
            loss_fn(model(data.flatten(1)), target).backward()
    first, second = (event for event in recorder.events if event["what"] == "backward")
    total = recorder.vectors[first["arrived"]] + recorder.vectors[second["arrived"]]
    torch.testing.assert_close(recorder.vectors[second["grads"]], total)


def test_a_copy_of_the_model_is_told_as_a_copy_and_may_be_pickled(parts):
    recorder, model, optimizer, *_ = parts
    pickle.loads(pickle.dumps(model))
    with recorder.watch(model, optimizer):
        copy.deepcopy(model)(torch.zeros(2, 784))
    assert [event["own"] for event in recorder.events if event["what"] == "forward"] == [False]


def test_zero_grad_of_something_else_is_told_with_its_name(parts):
    recorder, model, optimizer, _, loss_fn = parts
    with recorder.watch(model, optimizer):
        loss_fn.zero_grad()
        model.features.zero_grad()
        model.zero_grad()
    assert [event["on"] for event in recorder.events] == ["Loss", "part", "classifier"]


def test_modes_are_told_where_they_are_switched_and_how_much_of_the_model_is_in_train_mode_at_a_pass(parts):
    recorder, model, optimizer, *_ = parts
    with recorder.watch(model, optimizer):
        for switch in (model.eval, model.train, model.classes.eval):
            assert switch() is not None  # the module itself, as PyTorch gives it
            model(torch.zeros(2, 784))
    assert [event["train"] for event in recorder.events if event["what"] == "mode"] == [False, True]
    passes = [(event["train"], event["partly"]) for event in recorder.events if event["what"] == "forward"]
    assert passes == [(False, False), (True, True), (False, True)]


def test_the_loader_is_a_dataloader_that_gives_fresh_images_each_time(parts):
    *_, loader, _ = parts
    assert isinstance(loader, DataLoader)
    assert (len(loader), loader.batch_size, len(loader.dataset)) == (2, 3, 5)
    first = next(iter(loader))[0]
    assert first.shape == (3, 1, 28, 28)
    first.zero_()
    assert next(iter(loader))[0].any()


def test_calls_without_end_are_ended(parts):
    recorder, model, optimizer, *_ = parts

    def without_end():
        while True:
            model(torch.zeros(2, 784))

    with recorder.watch(model, optimizer), torch.no_grad(), pytest.raises(OutOfTime):
        without_end()
