"""A submission put right: whatever was done to its cells, the instructor's checks stand where they belong."""

import copy
import json
import random
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.grading.blueprint import KnownCell
from autograder.grading.restore import Unreadable, readable, restore


def known(name: str, source: str, **fields: Any) -> KnownCell:
    usual = {"cell_type": "code", "checksum": None, "locked": False, "grade": False, "solution": False, "task": False}
    return KnownCell(name=name, source=source, **{**usual, "points": None, **fields})


IMPORTS = known("imports", "import numpy as np", locked=True)
CHECKS = [
    known(f"check_{x}", f'check("check_{x}")', locked=True, grade=True, points=2.0, tags=("kept",)) for x in "abc"
]
SOLUTIONS = [known(x, f"def {x}(): raise NotImplementedError", solution=True) for x in "abc"]
ESSAY = known("essay", "Your answer", cell_type="markdown", grade=True, solution=True, points=2.0)
KNOWN = [IMPORTS, *(one for pair in zip(SOLUTIONS, CHECKS, strict=True) for one in pair), ESSAY]


def handed_in() -> NotebookNode:
    """The release notebook, solved."""
    cells = []
    for one in KNOWN:
        make = new_code_cell if one.cell_type == "code" else new_markdown_cell
        text = f"def {one.name}(): return 1" if one.solution and not one.grade else one.source
        cells.append(make(text, id=f"id-{one.name}", metadata={"nbgrader": one.record()}))
        cells.append(new_code_cell("print('my own')", id=f"own-{one.name}"))
    return new_notebook(cells=cells)


def names(notebook: NotebookNode) -> list[str]:
    return [cell.metadata.nbgrader.grade_id for cell in notebook.cells if "nbgrader" in cell.metadata]


def test_untouched_submission_is_left_as_it_is() -> None:
    notebook = handed_in()
    sources = [cell.source for cell in notebook.cells]
    assert restore(notebook, KNOWN) == []
    assert [cell.source for cell in notebook.cells] == sources


def test_check_that_is_missing_is_added_after_what_it_checks() -> None:
    notebook = handed_in()
    notebook.cells = [cell for cell in notebook.cells if cell.id != "id-check_b"]
    (event,) = restore(notebook, KNOWN)
    assert (event["kind"], event["cell"]) == ("restored", "check_b")
    assert names(notebook) == [one.name for one in KNOWN]


def test_all_checks_and_solutions_missing_is_not_too_much() -> None:
    notebook = new_notebook(cells=[new_code_cell("x = 1", id="x")])
    restore(notebook, KNOWN)
    assert names(notebook) == ["check_a", "check_b", "check_c", "essay"]
    assert notebook.cells[0].source == "x = 1", "what is checked may be anywhere, so the checks come at the end"


def test_check_that_was_moved_before_its_function_is_moved_behind_it() -> None:
    notebook = handed_in()
    notebook.cells.insert(0, notebook.cells.pop(4))
    assert names(notebook)[0] == "check_a"
    (event,) = restore(notebook, KNOWN)
    assert event["text"] == "stood before what it checks, and was moved"
    assert names(notebook) == [one.name for one in KNOWN]


def test_of_a_cell_that_stands_there_twice_the_last_counts() -> None:
    notebook = handed_in()
    notebook.cells.append(copy.deepcopy(notebook.cells[2]))
    events = restore(notebook, KNOWN)
    assert "duplicate" in [event["kind"] for event in events]
    assert sorted(names(notebook)) == sorted(one.name for one in KNOWN)
    assert names(notebook).index("a") < names(notebook).index("check_a")


def test_edited_renamed_and_retyped_checks_become_the_instructors_again() -> None:
    notebook = handed_in()
    by_id = {cell.id: cell for cell in notebook.cells}
    by_id["id-check_a"].source = "pass"
    by_id["id-check_b"].metadata.nbgrader["grade_id"] = "mine"
    by_id["id-check_c"].metadata.nbgrader.update(points=100, grade=False, solution=True, locked=False)
    index = notebook.cells.index(by_id["id-check_c"])
    notebook.cells[index] = new_markdown_cell("text", id="id-check_c", metadata=by_id["id-check_c"].metadata)
    restore(notebook, KNOWN)
    checks = {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if "nbgrader" in cell.metadata}
    for one in CHECKS:
        cell = checks[one.name]
        assert (cell.cell_type, cell.source, cell.metadata.nbgrader) == ("code", one.source, one.record())
        assert cell.metadata.tags == ["kept"]


def test_tags_and_other_metadata_of_a_student_are_gone() -> None:
    notebook = handed_in()
    for cell in notebook.cells:
        cell.metadata["tags"] = ["skip-execution"]
    restore(notebook, KNOWN)
    assert all(
        cell.metadata.get("tags", ["kept"]) == ["kept"] for cell in notebook.cells if "nbgrader" in cell.metadata
    )


@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_any_shuffle_of_any_cells_ends_with_each_check_once_and_behind_its_function(seed: int) -> None:
    draw = random.Random(seed)
    notebook = handed_in()
    cells = [copy.deepcopy(cell) for cell in draw.choices(notebook.cells, k=draw.randint(0, 20))]
    draw.shuffle(cells)
    notebook.cells = cells
    restore(notebook, KNOWN)
    order = names(notebook)
    assert len(set(order)) == len(order)
    graded = [one.name for one in KNOWN if one.grade]
    assert {name for name in order if name in graded} == set(graded)
    for one in SOLUTIONS:
        if one.name in order:
            assert order.index(one.name) < order.index(f"check_{one.name}")


NOT_NOTEBOOKS = {
    "": "is empty",
    "\x89PNG": "does not appear to be JSON",
    "[1, 2]": "no list of cells",
    '{"cells": 3}': "no list of cells",
    "[" * 100_000: "nested too deep",
    '{"nbformat": 3, "worksheets": 5}': "version 3",
}


@pytest.mark.parametrize("text", NOT_NOTEBOOKS, ids=range(len(NOT_NOTEBOOKS)))
def test_what_is_no_notebook_is_refused_with_its_reason(text: str) -> None:
    with pytest.raises(Unreadable, match=NOT_NOTEBOOKS[text]):
        readable(text)


def test_whatever_a_notebook_lacks_or_has_too_much_it_becomes_a_valid_one() -> None:
    odd = [
        {"cell_type": "code"},
        {"cell_type": "code", "source": ["a = 1\n", "b = '\ud800'"], "id": "same", "outputs": 5, "metadata": []},
        {"cell_type": "code", "source": 7, "id": "same", "metadata": {"nbgrader": "none", "tags": 5}},
        {"cell_type": "markdown", "source": "x", "attachments": {"a.png": {"image/png": "AAAA", "text/html": 5}}},
        {"cell_type": "heading", "source": "y", "id": "not/an id"},
        "no cell",
    ]
    notebook = readable(json.dumps({"cells": odd, "metadata": {"kernelspec": 5}, "nbformat": "four"}))
    nbformat.validate(notebook)
    nbformat.writes(notebook).encode()
    assert len({cell.id for cell in notebook.cells}) == 5
    assert notebook.cells[1].source.startswith("a = 1\nb = ")


def test_notebook_of_version_3_is_converted() -> None:
    cells = [{"cell_type": "code", "input": "x = 1", "language": "python", "metadata": {}, "outputs": []}]
    old = {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {"name": ""},
        "worksheets": [{"cells": cells, "metadata": {}}],
    }
    assert [cell.source for cell in readable(json.dumps(old)).cells] == ["x = 1"]


def test_ten_thousand_cells_of_one_id_get_one_each_and_more_are_refused() -> None:
    one = {"cell_type": "markdown", "source": "", "id": "same", "metadata": {}}
    cells = [one] * 10_000
    ids = [cell.id for cell in readable(json.dumps({"cells": cells, "nbformat": 4})).cells]
    assert len(set(ids)) == 10_000
    with pytest.raises(Unreadable, match="10001 cells"):
        readable(json.dumps({"cells": [*cells, one], "nbformat": 4}))
