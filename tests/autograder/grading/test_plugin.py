"""nbgrader's own commands on submissions that no student should hand in: each is graded, or noted with its reason."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from autograder.grading.ungraded import noted
from tests.course import Course, verdicts

ASSIGNMENT = "01_errors_and_softmax"
FULL = 8


def solved(course: Course) -> NotebookNode:
    """The release notebook with the instructor's functions."""
    paths = [course.root / step / ASSIGNMENT / f"{ASSIGNMENT}.ipynb" for step in ("release", "source")]
    release, source = (nbformat.read(path, as_version=4) for path in paths)
    solutions = {cell.metadata.nbgrader.grade_id: cell.source for cell in source.cells if "nbgrader" in cell.metadata}
    for cell in release.cells:
        record = cell.metadata.get("nbgrader", {})
        if record.get("solution"):
            cell.source = solutions[record.grade_id]
    return release


def twins(notebook: NotebookNode) -> str:
    """Every cell twice, with its id and all."""
    notebook.cells = [cell for cell in notebook.cells for _ in range(2)]
    return json.dumps(notebook)


def stripped(notebook: NotebookNode) -> str:
    """No metadata at all, in no cell and not in the notebook."""
    cells = [{"cell_type": cell.cell_type, "source": cell.source} for cell in notebook.cells]
    return json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5})


def outdated(notebook: NotebookNode) -> str:
    """A version of nbgrader's metadata at which nbgrader stops the whole class."""
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader["schema_version"] = 1
    return nbformat.writes(notebook)


def unnamed(notebook: NotebookNode) -> str:
    """Grade cells without their names."""
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            del cell.metadata.nbgrader["grade_id"]
    return nbformat.writes(notebook)


def long(notebook: NotebookNode) -> str:
    """Many cells."""
    notebook.cells += [new_code_cell("pass", id=f"more-{number}") for number in range(300)]
    return nbformat.writes(notebook)


def wide(notebook: NotebookNode) -> str:
    """Over the limit for a file."""
    notebook.cells[0].source += " " * 17 * 2**20
    return nbformat.writes(notebook)


ODD: dict[str, tuple[Callable[[NotebookNode], str], int, str]] = {  # how, points, and the reason where there are none
    "honest": (nbformat.writes, FULL, ""),
    "twins": (twins, FULL, ""),
    "stripped": (stripped, FULL, ""),
    "outdated": (outdated, FULL, ""),
    "unnamed": (unnamed, FULL, ""),
    "long": (long, FULL, ""),
    "empty": (lambda _: "", 0, "the notebook is empty"),
    "picture": (lambda _: "\x89PNG", 0, "does not appear to be JSON"),
    "deep": (lambda _: "[" * 100_000, 0, "nested too deep"),
    "wide": (wide, 0, "17 MiB"),
    "old": (lambda _: json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}), 0, ""),
}


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, str]:
    """A class of odd submissions, graded by one command, and what that said."""
    course = Course.founded(tmp_path_factory.mktemp("odd"))
    course.nbgrader("generate_assignment", ASSIGNMENT)
    for student, (change, _, _) in ODD.items():
        folder(course, student).joinpath(f"{ASSIGNMENT}.ipynb").write_text(change(solved(course)))
    honest = folder(course, "honest") / f"{ASSIGNMENT}.ipynb"
    folder(course, "linked").joinpath(f"{ASSIGNMENT}.ipynb").symlink_to(honest)
    folder(course, "renamed").joinpath("mine.ipynb").write_text(honest.read_text())
    os.mkfifo(folder(course, "pipe") / "data.txt")
    folder(course, "pipe").joinpath(f"{ASSIGNMENT}.ipynb").write_text(honest.read_text())
    spy = solved(course)
    spy.cells.append(new_code_cell("import os; print([name for name in os.listdir() if name[0] != '.'])", id="spy"))
    folder(course, "spy").joinpath(f"{ASSIGNMENT}.ipynb").write_text(nbformat.writes(spy))
    folder(course, "spy").joinpath("gradebook").symlink_to(course.root / "gradebook.db")
    return course, course.nbgrader("autograde", ASSIGNMENT, fails=True)


@pytest.fixture(scope="module")
def course(evening: tuple[Course, str]) -> Course:
    return evening[0]


def folder(course: Course, student: str) -> Path:
    path = course.root / "submitted" / student / ASSIGNMENT
    path.mkdir(parents=True, exist_ok=True)
    return path


def test_odd_submission_is_graded_or_noted_with_its_reason(course: Course) -> None:
    grades, reasons = course.grades(), noted(course.root, ASSIGNMENT)
    for student, (_, points, reason) in ODD.items():
        assert grades[student, ASSIGNMENT] == (points, FULL), student
        assert (reason in reasons.get(student, "")) if reason else student not in reasons, student
        assert (course.graded(student, ASSIGNMENT) is None) == bool(reason)


def test_link_pipe_and_renamed_notebook_are_noted(course: Course) -> None:
    reasons = noted(course.root, ASSIGNMENT)
    assert "a link" in reasons["linked"]
    assert "data.txt" in reasons["pipe"]
    assert reasons["renamed"]


def test_of_each_that_is_not_graded_one_line_tells_the_reason(evening: tuple[Course, str]) -> None:
    course, told = evening
    lines = [line.partition("ERROR] ")[2] for line in told.splitlines() if "ERROR" in line]
    reasons = noted(course.root, ASSIGNMENT)
    assert sorted(lines) == sorted(f"{student} is not graded: {reason}" for student, reason in reasons.items())
    assert f"renamed is not graded: {ASSIGNMENT}.ipynb was not handed in; there is mine.ipynb" in lines
    assert f", {len(reasons)} not graded; " in told
    assert "Traceback" not in told


def test_wrong_address_of_a_cluster_is_told_and_nothing_is_touched_not_even_for_one_notebook(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASK_SCHEDULER_ADDRESS", "nonsense")
    told = course.nbgrader("autograde", ASSIGNMENT, "--student", "honest", "--force", fails=True)
    assert "DASK_SCHEDULER_ADDRESS names nonsense, and that is no address" in told
    assert "Traceback" not in told
    assert course.graded("honest", ASSIGNMENT) is not None
    assert "honest" not in noted(course.root, ASSIGNMENT)


def test_link_to_the_gradebook_does_not_reach_the_kernel(course: Course) -> None:
    graded = course.graded("spy", ASSIGNMENT)
    assert graded is not None
    assert graded.cells[-1].outputs[0].text == "[]\n"


def test_what_was_changed_stands_in_the_graded_notebook(course: Course) -> None:
    graded = course.graded("stripped", ASSIGNMENT)
    assert graded is not None
    assert {event["text"] for event in graded.metadata.autograder.events} == {"was missing, and was added"}
    assert len(verdicts(graded)) == 3


def test_secret_of_the_course_is_its_owners_alone(course: Course) -> None:
    secret = course.root / ".course_secret"
    assert secret.stat().st_mode & 0o777 == 0o600
    assert len(bytes.fromhex(secret.read_text())) == 32
    assert (
        secret.read_text().strip()
        not in (course.root / "autograded" / "honest" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_text()
    )


def test_note_goes_when_the_submission_is_graded_and_outputs_handed_in_earn_nothing_unexecuted(course: Course) -> None:
    path = folder(course, "empty") / f"{ASSIGNMENT}.ipynb"
    path.write_text(nbformat.writes(solved(course)))
    course.nbgrader("autograde", ASSIGNMENT, "--student", "empty", "--no-execute")
    assert course.grades()["empty", ASSIGNMENT] == (0, FULL)
    course.nbgrader("autograde", ASSIGNMENT, "--student", "empty", "--force")
    assert course.grades()["empty", ASSIGNMENT] == (FULL, FULL)
    assert "empty" not in noted(course.root, ASSIGNMENT)
