"""`beat_the_lecture` is judged by a training that a student can repeat with the lesson's own pieces."""

import multiprocessing
import struct
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import pytest
import torch
from torch import nn

from autograder.judges.finding import Finding
from autograder.judges.mnist import beat_the_lecture
from autograder.judges.mnist.beat_the_lecture import accuracy_after_one_epoch, judge_beat_the_lecture
from autograder.probes.describe import describe
from playground import BaseClassifier, digits, loader


def judged(value) -> Finding:
    return judge_beat_the_lecture({"calls": []}, {"calls": [{"outcome": "value", "value": describe(value)}]})


def test_the_accuracy_is_that_of_the_lesson_s_model_and_loader_with_seed_0():
    torch.manual_seed(0)
    model = BaseClassifier(784, 256, 10)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
    for data, target in loader(2048):
        nn.functional.cross_entropy(model(data.flatten(1)), target).backward()
        optimizer.step()
        optimizer.zero_grad()
    images, labels = digits(train=False)
    with torch.no_grad():
        accuracy = (model(images.flatten(1)).argmax(1) == labels).float().mean().item()
    assert accuracy_after_one_epoch(0.3, 2048) == pytest.approx(accuracy, abs=3e-4)


def test_what_one_grading_process_has_worked_out_the_others_know(monkeypatch):
    with ProcessPoolExecutor(1, multiprocessing.get_context("fork")) as other:
        accuracy = other.submit(accuracy_after_one_epoch, 0.2, 20000).result()
    monkeypatch.setattr(beat_the_lecture, "_train", lambda lr, batch_size: -1.0)
    assert accuracy_after_one_epoch(0.2, 20000) == accuracy
    assert accuracy_after_one_epoch(0.2, 20001) == -1.0


def test_a_half_written_accuracy_is_not_believed(monkeypatch):
    known = accuracy_after_one_epoch(0.2, 30000)
    place = beat_the_lecture._known.find(struct.pack("ddd", 0.2, 30000, known))
    beat_the_lecture._known[place + 16 : place + 24] = struct.pack("d", 0.999)
    monkeypatch.setattr(beat_the_lecture, "_train", lambda lr, batch_size: -1.0)
    assert accuracy_after_one_epoch(0.2, 30000) == -1.0


def test_training_leaves_the_random_numbers_of_the_notebook_alone():
    state = torch.get_rng_state()
    accuracy_after_one_epoch(0.1, 30000)
    assert torch.equal(state, torch.get_rng_state())


@pytest.mark.parametrize(
    ("value", "mistake"),
    [
        (None, "returns.none"),
        ((0.5, 64), "returns.type"),
        ({"lr": 0.5}, "returns.type"),
        ({"lr": 0.5, "batch_size": True}, "returns.type"),
        ({"lr": 0.5, "batch_size": 64.5}, "returns.type"),
        ({"lr": [0.5], "batch_size": 64}, "returns.type"),
        ({"lr": 0.5, "batch_size": 7}, "batch.size"),
        ({"lr": 64, "batch_size": 0.5}, "returns.swapped"),
        ({"lr": np.nan, "batch_size": 64}, "returns.nan"),
        ({"lr": -1.0, "batch_size": 64}, "accuracy.too_low"),
        ({"lr": 1e300, "batch_size": 64}, "accuracy.too_low"),
        ({"lr": np.inf, "batch_size": 64}, "accuracy.too_low"),
        ({"lr": 10**400, "batch_size": 64}, "returns.type"),
        ({"lr": None, "batch_size": "64"}, "returns.type"),
        ({"lr": 0.5, "batch_size": 10**12}, "batch.size"),
        ({"lr": 0.5, "batch_size": 10**30}, "batch.size"),
        ({"lr": 0.5, "batch_size": -np.inf}, "returns.type"),
    ],
)
def test_what_is_no_setting_is_told_without_training(value, mistake):
    assert judged(value).mistake == mistake
