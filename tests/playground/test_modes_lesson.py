import json
import re
from pathlib import Path
from typing import Any

import pytest

CELLS = json.loads((Path(__file__).parents[2] / "notebooks" / "07_train_and_eval.ipynb").read_bytes())["cells"]
CODE = {cell["id"]: "".join(cell["source"]) for cell in CELLS if cell["cell_type"] == "code"}


@pytest.fixture(scope="module")
def ran() -> tuple[dict[str, str], dict[str, Any]]:
    """What each code cell prints, and the names that are there at the end; all run in one namespace."""
    told: dict[str, str] = dict.fromkeys(CODE, "")
    space: dict[str, Any] = {}
    for cell_id, source in CODE.items():

        def keep(*words: object, sep: str = " ", cell_id: str = cell_id) -> None:
            told[cell_id] += sep.join(map(str, words)) + "\n"

        space["print"] = keep
        exec(compile(source, cell_id, "exec"), space)
    return told, space


@pytest.fixture(scope="module")
def printed(ran) -> dict[str, list[float]]:
    """The numbers that each code cell prints, in order."""
    number = r"(?<![a-z\d])-?\d+\.?\d*(?:e[-+]\d+)?"
    return {cell_id: [float(hit) for hit in re.findall(number, words)] for cell_id, words in ran[0].items()}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("norm-code", [0.25, 1.0667, 0.475, 1.1267, 0.6775, 1.1807]),
        ("norm-variance", [5, 4, 1.025, 5, 3, 1.0667]),
        ("norm-modes", [-1.3416, -0.4472, 0.4472, 1.3416, 0.1265, 1.0284, 1.9304, 2.8323]),
        ("switches-code", [1.0238]),
        ("count-code", [1.2, 0.4]),
        ("count-mnist", [157, 16, 10_000, 10_048, 0.9110, 0.9066]),
    ],
)
def test_printed_figures_are_those_the_words_speak_of(printed, cell, expected):
    assert printed[cell] == pytest.approx(expected, abs=1.1e-4)


def test_running_mean_after_four_batches_is_the_one_the_words_name():
    assert pytest.approx(0.8598, abs=5e-5) == 2.5 * (1 - 0.9**4)


def test_train_sets_a_flag_in_every_layer_and_moves_no_weight(ran):
    first, second, third = ran[0]["name-code"].splitlines()
    assert (first, second) == ("True True", "False True")
    assert re.findall("True|False", third) == ["False"] * 7


def test_the_lectures_model_is_bit_identical_in_both_modes(ran):
    assert ran[0]["lecture-code"] == "True\n"
    assert ran[0]["switches-code"].endswith("True\n")


def test_dropout_prints_zeros_and_twos_and_then_ones(printed):
    numbers = printed["dropout-code"]
    assert set(numbers[:16]) == {0, 2}
    assert numbers[16:] == [1] * 16


def test_a_forgotten_eval_costs_on_the_real_digits_what_the_words_say(printed):
    sizes, shares = printed["forgotten-code"][::2], printed["forgotten-code"][1::2]
    assert sizes == [10_000, 10_000, 1135] * 2
    assert shares[0] == shares[1]
    assert shares[3] != shares[4]
    assert shares[:5] == pytest.approx([0.93, 0.93, 0.98, 0.89, 0.89], abs=0.012)
    assert shares[5] < 0.15
    assert printed["moved-code"] == pytest.approx([0.82], abs=0.03)


def test_one_picture_is_refused_in_train_mode_and_answered_in_eval_mode(ran):
    assert "more than 1 value per channel" in ran[0]["single-code"]


def test_no_guess_is_made_for_the_reader(ran):
    names = ("trained", "dropped", "chase", "switch", "same", "count")
    assert [ran[1][name].choice for name in names] == [None] * 6


def test_functions_of_the_exercise_are_left_to_the_reader():
    assert not any("def " in source or "batchnorm_update" in source or "evaluate" in source for source in CODE.values())
