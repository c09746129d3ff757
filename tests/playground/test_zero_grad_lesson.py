import json
import re
from pathlib import Path
from typing import Any

import pytest

CELLS = json.loads((Path(__file__).parents[2] / "notebooks" / "06_zero_grad.ipynb").read_bytes())["cells"]
CODE = {cell["id"]: "".join(cell["source"]) for cell in CELLS if cell["cell_type"] == "code"}


@pytest.fixture(scope="module")
def printed() -> dict[str, list[str]]:
    """What each code cell prints, in order, all run in one namespace."""
    told: dict[str, list[str]] = {}
    space: dict[str, Any] = {}
    for cell_id, source in CODE.items():
        lines = told.setdefault(cell_id, [])
        space["print"] = lambda *words, lines=lines, **_: lines.append(" ".join(map(str, words)))
        exec(compile(source, cell_id, "exec"), space)
    told["choices"] = [str(space[name].choice) for name in ("three", "small", "large", "four", "dirty")]
    return told


def numbers(lines: list[str]) -> list[float]:
    return [float(hit) for hit in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", " ".join(lines))]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("ledger-code", [18, 36, 54]),
        ("twice-code", [4]),
        ("moving-code", [18, 1.82, 18 + 14.76, 1.4924]),
        ("erased-code", [2]),
        ("stale-code", [18, 18, 14.76, 14.76, 12.1032]),
        ("call-code", [12.1032]),
    ],
)
def test_printed_figures_are_those_the_words_speak_of(printed, cell, expected):
    assert numbers(printed[cell]) == pytest.approx(expected, abs=1e-4)


def test_zero_grad_leaves_none_and_the_late_loop_starts_with_it(printed):
    assert printed["none-code"] == ["None"]
    assert printed["stale-code"][0] == "used None"


def test_on_mnist_the_accident_looks_better_and_is_momentum_1(printed):
    right, never, momentum, same = printed["accident-run"]
    assert float(right) == pytest.approx(0.364, abs=0.02)
    assert float(never) == pytest.approx(0.884, abs=0.02)
    assert (momentum, same) == (never, "True")
    assert numbers(printed["honest-code"]) == pytest.approx([0.901], abs=0.02)


def test_four_equal_parts_give_the_big_batch_but_uneven_ones_do_not(printed):
    largest, difference = numbers(printed["purpose-code"])
    assert difference < 1e-5 * largest
    assert numbers(printed["uneven-code"])[0] > 0.1 * largest


def test_no_guess_is_made_for_the_reader(printed):
    assert printed["choices"] == ["None"] * 5


def test_functions_of_the_exercise_are_left_to_the_reader():
    asked = ("def train_step", "def accumulated_step", "def diagnose", "explain_zero_grad")
    assert not any(name in source for source in CODE.values() for name in asked)
