import json
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pytest

CELLS = json.loads((Path(__file__).parents[2] / "notebooks" / "02_entropy.ipynb").read_bytes())["cells"]
CODE = {cell["id"]: "".join(cell["source"]) for cell in CELLS if cell["cell_type"] == "code"}


@pytest.fixture(scope="module")
def printed() -> dict[str, list[str]]:
    """What each code cell prints, in order, all run in one namespace."""
    told: dict[str, list[str]] = {}
    space: dict[str, Any] = {}
    for cell_id, source in CODE.items():
        lines: list[str] = told.setdefault(cell_id, [])
        space["print"] = lambda *words, lines=lines: lines.append(" ".join(map(str, words)))
        with np.errstate(all="ignore"):
            exec(compile(source, cell_id, "exec"), space)
    told["choices"] = [space[name].choice for name in space if name.startswith("guess_")]
    return told


def numbers(lines: list[str]) -> list[float]:
    """All the numbers in the printed lines."""
    words = " ".join(lines).replace("[", " ").replace("]", " ").replace(",", " ").split()
    return [float(word) for word in words if word.replace(".", "").replace("-", "").isdigit()]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("coin-entropy", [0.4690]),
        ("slide-fair", [1.0]),
        ("slide-bent", [0.7204, 0.8813]),
        ("nats", [0.6931, 1.0]),
        ("questions-entropy", [3, 2]),
        ("huffman-hand", [1.5]),
        ("huffman-hand-two", [1.75]),
        ("huffman-entropy", [0.2, 0.5, 0.3, 1.4855, 0.5, 0.25, 0.125, 0.125, 1.75]),
        ("letters-ceiling", [4.7549]),
    ],
)
def test_printed_figures_are_those_the_words_speak_of(printed, cell, expected):
    assert numbers(printed[cell]) == pytest.approx(expected, abs=6e-5)


def test_zero_times_infinity_gives_nan(printed):
    assert printed["zero-nan"] == ["nan"]


def test_shuffled_text_is_longer_to_describe(printed):
    (signs, tidy), (same, untidy) = numbers(printed["zlib-order"]), numbers(printed["zlib-disorder"][1:])
    assert signs == same == 600
    assert tidy < 30 < 200 < untidy


def test_english_letters_tell_about_four_bits_in_any_order(printed):
    assert numbers(printed["letters-long"])[1] == pytest.approx(4, abs=0.3)
    plain, in_order = printed["letters-sorted"]
    assert plain.split()[-1] == in_order.split()[-1]


def test_no_guess_is_made_for_the_reader(printed):
    assert printed["choices"] == [None] * 5


def test_code_cells_are_short_and_hide_the_answers():
    lengths = [len(source.splitlines()) for source in CODE.values()]
    assert median(lengths) <= 5
    assert max(lengths) <= 15
    hidden = [cell["id"] for cell in CELLS if cell["metadata"] == {"jupyter": {"source_hidden": True}}]
    assert hidden == [name for name, source in CODE.items() if "truth=" in source or "recap(" in source]


def test_functions_of_the_exercise_are_left_to_the_reader():
    assert not any("def " in source for source in CODE.values())
