"""Lesson 01 opens with the lecture's loop: every line to mark is a line of it, and marks stay."""

import json
from collections.abc import Iterator
from pathlib import Path

import ipywidgets as widgets
import pytest

from playground.train_marks import LINES, readout, train_marks

LESSONS = Path(__file__).parents[2] / "notebooks"
CELLS = json.loads((LESSONS / "01_errors_and_softmax.ipynb").read_bytes())["cells"]


@pytest.fixture(autouse=True)
def _fresh_marks() -> Iterator[None]:
    """Each test starts and ends without marks, as a fresh kernel does."""
    train_marks.cache_clear()
    yield
    train_marks.cache_clear()


def boxes(shown: widgets.VBox) -> dict[str, widgets.Checkbox]:
    rows = [row for row in shown.children if isinstance(row, widgets.HBox)]
    return {row.children[0].description: row.children[0] for row in rows}


def test_every_line_to_mark_stands_in_the_cell_that_the_lesson_shows():
    (cell,) = ("".join(cell["source"]) for cell in CELLS if cell["id"] == "train-cell")
    shown = [line.strip() for line in cell.splitlines()]
    for code in LINES:
        start = code.removesuffix(" ...):")
        assert [line for line in shown if line.startswith(start)], code


def test_marks_are_counted_and_their_lessons_named_once_each():
    marked = [code in {"lr=1e-3", "optimizer.step()", "optimizer.zero_grad()"} for code in LINES]
    assert readout(marked) == f"You marked 3 of {len(LINES)} lines. They are explained in lessons 05, 06."
    assert readout([False] * len(LINES)) == "No line is marked."


def test_marks_are_kept_when_the_cell_is_run_again():
    boxes(train_marks())["optimizer.zero_grad()"].value = True
    again = train_marks()
    assert [code for code, box in boxes(again).items() if box.value] == ["optimizer.zero_grad()"]
    assert "You marked 1 of" in again.children[-1].value


def test_where_a_line_is_explained_is_seen_only_while_it_is_marked():
    (row,) = (
        r for r in train_marks().children if isinstance(r, widgets.HBox) and r.children[0].description == "lr=1e-3"
    )
    box, where = row.children
    assert where.layout.visibility == "hidden"
    box.value = True
    assert (where.layout.visibility, where.value) == ("visible", "→ lesson 05")
    box.value = False
    assert where.layout.visibility == "hidden"
