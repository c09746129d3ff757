import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from playground import BaseClassifier, digits

CELLS = json.loads((Path(__file__).parents[2] / "notebooks" / "04_logits.ipynb").read_bytes())["cells"]
CODE = {cell["id"]: "".join(cell["source"]) for cell in CELLS if cell["cell_type"] == "code"}


@pytest.fixture(scope="module")
def printed() -> dict[str, list[float]]:
    """The numbers that each code cell prints, in order, all run in one namespace."""
    told: dict[str, list[float]] = {}
    space: dict[str, Any] = {}
    for cell_id, source in CODE.items():
        numbers = told.setdefault(cell_id, [])
        space["print"] = lambda *words, numbers=numbers: numbers.extend(
            float(hit)
            for hit in re.findall(r"(?<![a-z\d])-?(?:\d+\.?\d*(?:e[-+]\d+)?|inf)\b", " ".join(map(str, words)))
        )
        exec(compile(source, cell_id, "exec"), space)
    told["choices"] = [space[name].choice for name in ("behind", "slope", "start", "floor", "tiny")]
    return told


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("terms-code", [7.3891, 2.7183, 1, 2.4076, 0.6652, 0.2447, 0.0900]),
        ("terms-torch", [0.4076, 2.4076, 1.4076]),
        ("lecture-loss", [1.6094, 1.6094]),
        ("nats-code", [1.6094, 2.3219]),
        ("gradient-code", [-0.8, 0.5, 0.3]),
        ("gradient-mean", [-0.4, 0.25, 0.15, 0.1, -0.25, 0.15]),
        ("gradient-squared", [-1, 1, 0, 0, 0, 0]),
        ("twice-floor", [10, 1.4612, 3, 0.5514]),
        ("twice-lecture", [1.6094, 1.2398]),
        ("nll-code", [-0.2, 1.6094]),
        ("tiny-code", [0, -np.inf, 0, -120]),
        ("large-mended", [1000.1269]),
    ],
)
def test_printed_figures_are_those_the_words_speak_of(printed, cell, expected):
    assert printed[cell] == pytest.approx(expected, abs=1.1e-4)


def test_sum_of_large_powers_runs_over(printed):
    assert printed["large-code"][1:] == [np.inf, np.inf]


def test_an_untrained_model_starts_a_little_above_ln_10_on_the_real_digits(printed):
    assert np.log(10) < printed["start-mnist"][0] < np.log(10) + 0.03


def test_the_untrained_models_loss_is_asked_for_before_it_is_told():
    asked, told = list(CODE).index("start-predict"), list(CODE).index("start-mnist")
    assert list(CODE)[asked : told + 1] == ["start-predict", "start-reveal", "start-mnist"]


def test_no_guess_is_made_for_the_reader(printed):
    assert printed["choices"] == [None] * 5


def test_functions_of_the_exercise_are_left_to_the_reader():
    assert not any("def " in source or "log_softmax" in source for source in CODE.values())


@pytest.mark.parametrize(("softmaxes", "right"), [(1, 0.65), (2, 0.12)])
def test_one_epoch_with_the_lectures_lr_brings_what_the_words_say(softmaxes, right):
    torch.manual_seed(0)
    classifier = BaseClassifier(784, 256, 10)
    optimizer = torch.optim.SGD(classifier.parameters(), lr=1e-3)
    (images, labels), (unseen, truth) = digits(), digits(train=False)
    for batch in torch.randperm(len(images)).split(64):
        out = classifier(images[batch].flatten(start_dim=1))
        nn.CrossEntropyLoss()(out if softmaxes == 1 else out.softmax(1), labels[batch]).backward()
        optimizer.step()
        optimizer.zero_grad()
    answers = classifier(unseen.flatten(start_dim=1)).argmax(1)
    assert (answers == truth).double().mean().item() == pytest.approx(right, abs=0.03)
