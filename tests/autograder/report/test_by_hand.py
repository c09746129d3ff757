"""Points that a person gave: what nbgrader makes of them at another autograde, and what we say then."""

import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from nbformat.v4 import new_markdown_cell, new_notebook
from nbgrader import api
from nbgrader.api import Gradebook
from nbgrader.preprocessors import SaveAutoGrades
from sqlalchemy.exc import SAWarning

from autograder.grading.grades import grades
from autograder.report import export
from autograder.report.command import figures
from autograder.report.figures import count
from autograder.report.page import page
from tests.autograder.report.sample import CLASS

SEEN_AGAIN = replace(CLASS, submissions=(replace(CLASS.submissions[0], again=("explain",)),))


@pytest.fixture
def autograde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """nbgrader's own step that saves grades, on a written answer; each call gives the gradebook's address."""
    url = f"sqlite:///{tmp_path}/gradebook.db"
    monkeypatch.setattr(api, "get_alembic_version", lambda: "any")
    with warnings.catch_warnings(), Gradebook(url) as gradebook:
        warnings.simplefilter("ignore", SAWarning)
        gradebook.add_assignment("ps")
        gradebook.add_notebook("p", "ps")
        gradebook.add_grade_cell("explain", "p", "ps", max_score=2, cell_type="markdown")
        gradebook.add_solution_cell("explain", "p", "ps")
        gradebook.add_student("ada")
        gradebook.add_submission("ps", "ada")
    record = {"grade": True, "solution": True, "locked": False, "task": False, "schema_version": 3}
    record |= {"grade_id": "explain", "points": 2, "cell_type": "markdown"}

    def run() -> str:
        notebook = new_notebook(cells=[new_markdown_cell("They add up.", metadata={"nbgrader": record})])
        told = {"notebook": "p", "assignment": "ps", "student": "ada", "db_url": url}
        SaveAutoGrades().preprocess(notebook, {"nbgrader": told})
        return url

    return run


def test_points_by_hand_count_as_read_after_another_autograde_and_are_told_as_to_look_at_again(
    autograde: Callable[[], str],
) -> None:
    url = autograde()
    ada = grades(url, "ps")[0]["ada"]
    assert (ada.score, ada.waiting, ada.again) == (0, ("explain",), ())
    with Gradebook(url) as gradebook:  # as formgrader saves them
        grade = gradebook.find_grade("explain", "p", "ps", "ada")
        grade.manual_score, grade.needs_manual_grade = 1.5, False
        gradebook.db.commit()
    ada = grades(url, "ps")[0]["ada"]
    assert (ada.score, ada.waiting, ada.again) == (1.5, (), ())
    autograde()
    ada = grades(url, "ps")[0]["ada"]
    assert (ada.score, ada.waiting, ada.again) == (1.5, (), ("explain",))


def test_page_says_of_such_points_that_they_count_and_may_be_looked_at_again() -> None:
    told = page(SEEN_AGAIN, count(SEEN_AGAIN), str, datetime(2026, 11, 26))
    assert "Points by hand to look at again: 1" in told
    assert "points so far" not in told
    assert "still missing" not in told
    assert figures(SEEN_AGAIN, count(SEEN_AGAIN), str)["to_look_at_again"] == {"s-4711": ["explain"]}


def test_export_says_of_such_points_that_they_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert export._tell(SEEN_AGAIN, ()) == 0
    told = capsys.readouterr().err
    assert "1 with points by hand, which count; autograded again since" in told
    assert "nobody has read" not in told
