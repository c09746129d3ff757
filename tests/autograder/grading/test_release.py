"""nbgrader's generate_assignment with our exporter around it: nothing is lost where it refuses, and points agree."""

import json
import shutil
import subprocess
import warnings
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell
from nbgrader.api import Gradebook
from sqlalchemy.exc import SAWarning

from tests.course import Course
from tests.notebook_form import ROOT

ASSIGNMENT = "01_errors_and_softmax"
RECORD = {"grade": True, "solution": False, "locked": True, "task": False, "schema_version": 3}


@pytest.fixture
def course(tmp_path: Path) -> Course:
    course = Course.founded(tmp_path / "course")
    course.nbgrader("generate_assignment", ASSIGNMENT)
    return course


def change(course: Course, points: int, *, more: bool = False) -> None:
    """Gives check_softmax other points in source/, and the notebook one more cell of tests."""
    path = course.root / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "check_softmax":
            cell["metadata"]["nbgrader"]["points"] = points
    if more:
        record = {**RECORD, "grade_id": "more", "points": 1}
        notebook["cells"].append(new_code_cell("assert True", id="more", metadata={"nbgrader": record}))
    path.write_text(json.dumps(notebook))


def test_generation_that_is_refused_leaves_what_was_released_as_it_was(course: Course) -> None:
    folder = course.root / "release" / ASSIGNMENT
    (folder / "data.csv").write_text("1,2\n")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with warnings.catch_warnings(), Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        warnings.simplefilter("ignore", SAWarning)
        gradebook.add_student("ada")
        gradebook.add_submission(ASSIGNMENT, "ada")
    change(course, 4, more=True)
    told = course.nbgrader("generate_assignment", ASSIGNMENT, fails=True)
    assert "Cannot add or remove cells" in told
    assert f"release/{ASSIGNMENT} holds what it held before" in told
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_generation_that_goes_well_makes_the_release_anew_without_what_is_gone_from_the_source(course: Course) -> None:
    left = course.root / "release" / ASSIGNMENT / "data.csv"
    left.write_text("1,2\n")
    assert "students read" not in course.nbgrader("generate_assignment", ASSIGNMENT)
    assert not left.exists()


def test_points_that_differ_between_cell_and_judge_are_told_with_both_numbers_and_the_place(course: Course) -> None:
    change(course, 9)
    told = course.nbgrader("generate_assignment", ASSIGNMENT)
    assert "check_softmax has 9 points in source/, and students read 4: change the 4 in CHECKS of autograder/" in told
    assert "judges/errors_and_softmax/__init__.py" in told


@pytest.mark.skipif(shutil.which("git") is None, reason="asks git")
def test_git_offers_nothing_of_students_and_grades_for_commit(tmp_path: Path) -> None:
    shutil.copy(ROOT / ".gitignore", tmp_path)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    work = [f"{step}/ada/08_mnist/08_mnist.ipynb" for step in ("submitted", "autograded", "feedback")]
    work += ["downloaded/08_mnist/archive/submissions.zip", "exchange/course/inbound/ada/08_mnist.ipynb"]
    work += ["reports/08_mnist.csv", "GRADES.csv", "grades.csv", "submissions.zip", ".grading/08_mnist/ada.json"]
    work += ["gradebook.db", "source/gradebook.db", "gradebook.db-journal", ".course_secret", "source/.course_secret"]
    asked = subprocess.run(["git", "check-ignore", *work], cwd=tmp_path, capture_output=True, text=True)
    assert asked.stdout.split() == work
    kept = subprocess.run(["git", "check-ignore", "source/08_mnist/08_mnist.ipynb", "release/x.ipynb"], cwd=tmp_path)
    assert kept.returncode == 1
