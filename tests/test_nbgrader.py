"""nbgrader for real: its own commands, with the course's settings as they stand, on a whole class of samples."""

import csv
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup

from autograder.judges.finding import VERDICT_TYPE
from tests.course import Course, verdicts
from tests.evening import Outcome, play
from tests.notebook_form import ROOT
from tests.sample_class import Sample, by_machine

pytestmark = pytest.mark.timeout(1800)  # the first test waits for the evening: five minutes, more on a busy machine


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, list[Outcome]]:
    """A class graded as `make grade` does it."""
    return play(tmp_path_factory.mktemp("evening"))


@pytest.fixture
def course(evening: tuple[Course, list[Outcome]]) -> Course:
    return evening[0]


@pytest.fixture
def outcomes(evening: tuple[Course, list[Outcome]]) -> list[Outcome]:
    return evening[1]


def graded(course: Course, outcomes: list[Outcome]) -> list[tuple[Outcome, Path]]:
    """The outcomes that nbgrader graded, with their notebooks."""
    paths = [(one, course.root / "autograded" / one.sample.student / one.sample.assignment) for one in outcomes]
    return [(one, path / f"{one.sample.assignment}.ipynb") for one, path in paths if path.exists()]


def test_every_sample_gets_its_points_and_its_mistake_by_name(outcomes: list[Outcome]) -> None:
    surprises = {(one.sample.student, one.sample.assignment): one.surprises() for one in outcomes}
    assert not {sample: told for sample, told in surprises.items() if told}


def test_evening_is_content_only_with_the_very_points_name_and_trouble_written_down() -> None:
    sample = Sample("carl", "03_cross_entropy", "swapped", 7, {"check_cross_entropy": "arguments.swapped"})
    as_written = Outcome(sample, 7, 12, {"check_cross_entropy": "arguments.swapped"}, "")
    assert as_written.surprises() == []
    for other in (
        replace(as_written, points=12),
        replace(as_written, mistakes={"check_cross_entropy": "log.natural"}),
        replace(as_written, mistakes={}),
        replace(as_written, trouble="Kernel died"),
        replace(as_written, sample=replace(sample, trouble="Kernel died")),
    ):
        assert len(other.surprises()) == 1


def test_every_source_earns_full_marks_and_every_untouched_release_none(outcomes: list[Outcome]) -> None:
    points = {(one.sample.student, one.sample.assignment): (one.points, one.full) for one in outcomes}
    for path in (ROOT / "source").glob("*/*.ipynb"):
        records = [cell.metadata.get("nbgrader", {}) for cell in nbformat.read(path, as_version=4).cells]
        by_hand = sum(record["points"] for record in records if record.get("grade") and not by_machine(record))
        earned, full = points["instructor", path.stem]
        assert earned == full - by_hand > 0
        assert points["nobody", path.stem] == (0, full)


def test_check_cell_holds_exactly_one_verdict_and_it_agrees_with_the_points(
    course: Course, outcomes: list[Outcome]
) -> None:
    for one, _ in graded(course, outcomes):
        notebook = course.graded(one.sample.student, one.sample.assignment)
        assert notebook is not None
        told = verdicts(notebook)
        assert {check: len(bundles) for check, bundles in told.items()} == dict.fromkeys(told, 1)
        assert all(bundles[0]["check"] == check for check, bundles in told.items())
        assert sum(bundles[0]["points"] for bundles in told.values()) == one.points


def test_feedback_page_shows_each_card_that_the_student_saw(course: Course, outcomes: list[Outcome]) -> None:
    for one, _ in graded(course, outcomes):
        notebook = course.graded(one.sample.student, one.sample.assignment)
        assert notebook is not None
        page = BeautifulSoup(course.feedback(one.sample.student, one.sample.assignment).read_text(), "html.parser")
        shown = {card.get_text() for card in page.find_all("div", role="group")}
        outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
        cards = [output.data["text/html"] for output in outputs if VERDICT_TYPE in output.get("data", {})]
        assert {BeautifulSoup(card, "html.parser").get_text() for card in cards} == shown


def test_grades_are_exported_for_everybody(course: Course, outcomes: list[Outcome]) -> None:
    with (course.root / "grades.csv").open(newline="") as table:
        rows = {(row["student_id"], row["assignment"]): float(row["score"]) for row in csv.DictReader(table)}
    assert {(one.sample.student, one.sample.assignment): one.points for one in outcomes}.items() <= rows.items()


def test_submission_that_cannot_be_graded_is_named_with_its_reason_and_stops_nobody(outcomes: list[Outcome]) -> None:
    troubled = {one.sample.story: one.trouble for one in outcomes if one.sample.trouble}
    assert len(troubled) == sum(bool(one.trouble) for one in outcomes) >= 3
    assert all(one.sample.trouble in one.trouble for one in outcomes)


def test_student_fetches_and_submits_through_the_exchange_and_gets_the_feedback_back(
    course: Course, outcomes: list[Outcome], tmp_path: Path
) -> None:
    assignment = course.assignments[0]
    before = [one for one, _ in graded(course, outcomes) if one.sample.assignment == assignment]
    (tmp_path / "nbgrader_config.py").write_text((ROOT / "nbgrader_config.py").read_text())
    student = Course(tmp_path, exchange=course.root / "exchange")
    student.nbgrader("fetch_assignment", assignment)
    student.nbgrader("submit", assignment)
    course.nbgrader("collect", assignment)
    told = course.nbgrader("autograde", assignment, fails=True)
    assert told.count("Skipping existing assignment") == len(before), "what is graded is not graded again"
    course.nbgrader("generate_feedback", assignment)
    course.nbgrader("release_feedback", assignment)
    student.nbgrader("fetch_feedback", assignment)
    (page,) = (tmp_path / "assignments" / assignment / "feedback").rglob("*.html")
    assert "error.undefined" in page.read_text()
    assert not (tmp_path / "exchange").exists()


def test_validate_says_success_or_the_whole_verdict(course: Course, outcomes: list[Outcome]) -> None:
    right = next(one.sample for one in outcomes if one.points == one.full)
    wrong = next(one.sample for one in outcomes if 0 < one.points < one.full and not one.trouble)
    for sample in (right, wrong):
        told = course.nbgrader(
            "validate", f"submitted/{sample.student}/{sample.assignment}/{sample.assignment}.ipynb", fails=True
        )
        notebook = course.graded(sample.student, sample.assignment)
        assert notebook is not None
        lost = [bundle for (bundle,) in verdicts(notebook).values() if bundle["mistake"]]
        assert ("Success! Your notebook passes all the tests." in told) == (not lost)
        words = " ".join(told.split())
        assert all(bundle["hint"] in words and bundle["mistake"] in words for bundle in lost)
