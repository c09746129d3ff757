"""release/ is what nbgrader makes of source/ today, and gives nothing away."""

import subprocess
from pathlib import Path

import nbformat
import pytest

from autograder.judges.decide import find_check
from tests.course import Course
from tests.notebook_form import ROOT, notebooks

SOURCES = notebooks("source")
STUB = {"# YOUR CODE HERE", "raise NotImplementedError()", "YOUR ANSWER HERE"}
OPENS = ("### BEGIN SOLUTION", "### BEGIN HIDDEN TESTS", "<!-- BEGIN MARK SCHEME -->")
CLOSES = ("### END SOLUTION", "### END HIDDEN TESTS", "<!-- END MARK SCHEME -->")


def named(path: Path) -> str:
    return path.stem


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course in which nbgrader has just made release/ from the project's source/."""
    course = Course.founded(tmp_path_factory.mktemp("course"))
    course.nbgrader("generate_assignment", "*")
    return course


def test_release_holds_an_assignment_for_every_source_and_no_other_file() -> None:
    kept = {path.relative_to(ROOT / "release") for path in notebooks("release")}
    assert kept == {path.relative_to(ROOT / "source") for path in SOURCES}
    tracked = subprocess.run(["git", "ls-files", "release"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {Path(line).relative_to("release") for line in tracked.stdout.splitlines()} <= kept


@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_release_is_what_nbgrader_makes_of_source(made: Course, source: Path) -> None:
    name = source.relative_to(ROOT / "source")
    assert (ROOT / "release" / name).read_bytes() == (made.root / "release" / name).read_bytes(), "run `make release`"


@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_release_says_nothing_that_stands_only_in_a_solution_or_a_hidden_test(source: Path) -> None:
    released = lines((ROOT / "release" / source.relative_to(ROOT / "source")).read_text())
    given, secret = parted(source.read_text())
    assert released <= given | STUB
    assert secret, "an assignment without a solution region"
    assert not released & (secret - given)


@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_source_asks_as_many_points_as_the_check_cells_of_its_judges_give(source: Path) -> None:
    cells = nbformat.reads(source.read_text(), as_version=4).cells
    records = [cell.metadata.nbgrader for cell in cells if cell.metadata.get("nbgrader", {}).get("grade")]
    automatic = [record for record in records if not record["solution"]]
    assert {record["grade_id"]: record["points"] for record in automatic} == {
        record["grade_id"]: find_check(record["grade_id"]).points for record in automatic
    }


def lines(text: str) -> set[str]:
    """Every line of every cell, without its indent."""
    cells = nbformat.reads(text, as_version=4).cells
    return {line.strip() for cell in cells for line in cell.source.splitlines() if line.strip()}


def parted(text: str) -> tuple[set[str], set[str]]:
    """The lines of a source notebook outside its solutions and hidden tests, and those inside."""
    given: set[str] = set()
    secret: set[str] = set()
    for cell in nbformat.reads(text, as_version=4).cells:
        inside = False
        for line in filter(None, map(str.strip, cell.source.splitlines())):
            if line in OPENS + CLOSES:
                inside = line in OPENS
            else:
                (secret if inside else given).add(line)
    return given, secret
