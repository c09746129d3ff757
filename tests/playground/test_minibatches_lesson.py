import json
import re
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn, optim

from playground.fan_gradients import fan

CELLS = json.loads((Path(__file__).parents[2] / "notebooks" / "05_minibatches.ipynb").read_bytes())["cells"]
CODE = {cell["id"]: "".join(cell["source"]) for cell in CELLS if cell["cell_type"] == "code"}


@pytest.fixture(scope="module")
def ran() -> tuple[dict[str, str], dict[str, Any]]:
    """What each code cell prints, and the names that are there at the end; all run in one namespace."""
    torch.manual_seed(1)
    told: dict[str, str] = dict.fromkeys(CODE, "")
    space: dict[str, Any] = {}
    for cell_id, source in CODE.items():

        def keep(*words: object, cell_id: str = cell_id) -> None:
            told[cell_id] += " ".join(map(str, words)) + "\n"

        space["print"] = keep
        exec(compile(source, cell_id, "exec"), space)
    return told, space


@pytest.fixture(scope="module")
def printed(ran) -> dict[str, list[float]]:
    """The numbers that each code cell prints, in order."""
    number = r"-?\d+\.?\d*(?:e[-+]\d+)?"
    return {cell_id: [float(hit) for hit in re.findall(number, words)] for cell_id, words in ran[0].items()}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("count-code", [1, 60_000, 64, 938, 60_000, 1]),
        ("saddle-code", [2, 0, 0, -2, 76]),
        ("last-code", [12_000 - 187 * 64]),
        ("edge-code", [0.19, 0.81**100, 0.9**100, 0.21, 0.79**100, 1.1**100]),
    ],
)
def test_printed_figures_are_those_the_words_speak_of(printed, cell, expected):
    assert printed[cell] == pytest.approx(expected, rel=1e-4)


def test_the_batch_ball_stays_on_the_left_and_the_other_one_reaches_the_valley(printed):
    assert -0.001 < printed["flat-code"][0] < 0
    assert 2 < printed["dance-code"][0] < 3.8


def test_four_times_the_images_halve_the_distance(printed):
    assert printed["distance-code"][::2] == [4, 16, 64, 256]
    assert printed["distance-code"][1::2] == pytest.approx([4.6, 2.3, 1.15, 0.56], rel=0.1)


def test_after_an_epoch_the_examples_agree_less():
    before, after = fan(False).single, fan(True).single
    assert (before, after) == (pytest.approx(9.5, rel=0.03), pytest.approx(13.8, rel=0.05))
    assert (after / before) ** 2 == pytest.approx(2, rel=0.15)


def test_equal_epochs_are_not_equal_steps(printed):
    sizes, steps, shares = (printed["sizes-code"][k::3] for k in range(3))
    assert (sizes, steps) == ([16, 64, 256, 1024], [1500, 376, 94, 24])
    assert shares == pytest.approx([0.934, 0.901, 0.863, 0.730], abs=0.01)
    assert printed["larger-code"] == pytest.approx([0.900, 0.366], abs=0.02)


def test_lr_1_6_is_beyond_the_edge_even_with_all_images_in_one_batch(ran):
    space = ran[1]
    classifier, x, y = space["fresh"](), space["images"][:12_000], space["labels"][:12_000]
    optimizer, losses = optim.SGD(classifier.parameters(), lr=1.6), []
    for _ in range(5):
        loss = nn.functional.cross_entropy(classifier(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    assert losses[-1] > losses[0] > losses[-2]


def test_sorted_digits_leave_a_model_that_answers_9(printed):
    share, *counts = printed["sorted-code"]
    assert share == pytest.approx(0.11, abs=0.02)
    assert counts[9] > 9000


def test_the_sum_is_the_mean_with_another_lr(printed):
    assert printed["sum-code"][0] < 0.3
    assert printed["sum-code"][1] == pytest.approx(0.90, abs=0.01)


def test_no_guess_is_made_for_the_reader(ran):
    assert [ran[1][name].choice for name in ("balls", "waiting", "four_times", "edge", "knob")] == [None] * 5


def test_functions_of_the_exercise_are_left_to_the_reader():
    asked = ("minibatches(", "sgd_step", "descend", "cosine_to_full")
    assert not any(name in source for source in CODE.values() for name in asked)
