"""What lesson 01 says in words is what its cells print, and no cell gives the exercise away."""

import ast
import json
import warnings
from pathlib import Path
from typing import Any

import pytest

LESSONS = Path(__file__).parents[2] / "notebooks"
CELLS = json.loads((LESSONS / "01_errors_and_softmax.ipynb").read_bytes())["cells"]
CODE = {cell["id"]: "".join(cell["source"]) for cell in CELLS if cell["cell_type"] == "code"}


@pytest.fixture(scope="module")
def printed() -> dict[str, str]:
    """What each code cell prints or shows, all run in one namespace, every warning an error."""
    told: dict[str, str] = {}
    space: dict[str, Any] = {}
    for cell_id, source in CODE.items():
        lines: list[str] = []
        space["print"] = lambda *words, lines=lines: lines.append(" ".join(map(str, words)))
        *body, last = ast.parse(source).body
        with warnings.catch_warnings(action="error"):
            exec(compile(ast.Module(body, []), cell_id, "exec"), space)
            if isinstance(last, ast.Expr):
                lines.append(str(eval(compile(ast.Expression(last.value), cell_id, "eval"), space)))
            else:
                exec(compile(ast.Module([last], []), cell_id, "exec"), space)
        told[cell_id] = "\n".join(lines)
    return told


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("errors-code", "[ 0.8 -0.5 -0.3] sum 5.55"),
        ("errors-code", "e-17\n[ 0.2 -0.1 -0.1] sum -5.55"),
        ("errors-others", "|e| 1.6  e^2 0.98\n|e| 0.4  e^2 0.06"),
        ("errors-blind", "0.01    |e| 1.980000  e^2 1.960200  6.64 bits"),
        ("errors-blind", "1e-06   |e| 1.999998  e^2 1.999996  19.93 bits"),
        ("errors-perceptrons", "sum -0.4"),
        ("softmax-divide", "[ 2. -1.  0.]"),
        ("softmax-code", "[0.66524096 0.24472847 0.09003057]"),
        ("shift-code", "\n".join(["[0.66524096 0.24472847 0.09003057]"] * 3)),
        ("temperature-code", "0.1 [1. 0. 0.]\n1 [0.665 0.245 0.09 ]\n10 [0.367 0.332 0.301]"),
        ("overflow-edge", "3.32"),
        ("overflow-edge", "e+38 inf"),
        ("overflow-nan", "[nan  0.]"),
        ("overflow-mended", "3.8e-44]"),
    ],
)
def test_cell_prints_what_the_words_speak_of(printed, cell, says):
    assert says in printed[cell]


def test_no_function_of_the_exercise_is_ready_made_in_the_lesson():
    names = {node.name for source in CODE.values() for node in ast.walk(ast.parse(source)) if hasattr(node, "name")}
    assert not names & {"softmax", "error_sum", "blind_spot"}
