"""nbgrader in JupyterLab: checks run by Run All, the Validate button, and formgrader."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.course import Course
from tests.sample_class import SAMPLES, Sample

RIGHT = Sample("instructor", "03_cross_entropy", "right", 12)
WRONG = next(sample for sample in SAMPLES if "check_cross_entropy" in sample.loses)
HINT = "Which of the two is the truth"


@pytest.fixture
def handed_in(course: Path) -> str:
    """The path of a notebook whose first function of three is wrong."""
    return written(course, WRONG)


def written(course: Path, sample: Sample) -> str:
    path = course / "work" / f"{sample.student}.ipynb"
    path.parent.mkdir(exist_ok=True)
    path.write_text(sample.notebook(Course(course)))
    return path.relative_to(course).as_posix()


def test_run_all_goes_on_after_a_check_that_failed_and_says_what_was_seen(desk: Desk, handed_in: str) -> None:
    desk.open_notebook(handed_in)
    desk.menu("Run", "Run All Cells")
    expect(desk.cell("check-perplexity").get_by_role("group", name="passed, 3 of 3 points")).to_be_visible()
    card = desk.cell("check-cross-entropy").get_by_role("group", name="check_cross_entropy: not yet, 0 of 5 points")
    expect(card).to_contain_text("arguments.swapped")
    expect(card).to_contain_text(HINT)
    expect(desk.cell("check-cross-entropy")).to_contain_text("run this check again")
    assert len(desk.errors()) == 1


def test_validate_shows_the_whole_verdict_of_a_wrong_assignment(desk: Desk, handed_in: str) -> None:
    desk.open_notebook(handed_in)
    dialog = desk.validate()
    expect(dialog).to_contain_text("check_cross_entropy: 0 of 5 points (arguments.swapped)")
    expect(dialog).to_contain_text(HINT)
    expect(dialog).not_to_contain_text("check_perplexity")


def test_validate_finds_nothing_in_a_right_assignment(desk: Desk, course: Path) -> None:
    desk.open_notebook(written(course, RIGHT))
    expect(desk.validate()).to_contain_text("Success! Your notebook passes all the tests.")


def test_formgrader_generates_an_assignment_at_the_press_of_a_button(desk: Desk, course: Path) -> None:
    desk.open_first_page()
    desk.menu("Nbgrader", "Formgrader")
    formgrader = desk.page.frame_locator("iframe[src*=formgrader]")
    row = formgrader.get_by_role("row").filter(has_text=RIGHT.assignment)
    row.locator(".assign a").click()
    expect(formgrader.get_by_text(f"Successfully created the student version of '{RIGHT.assignment}'")).to_be_visible()
    assert (course / "gradebook.db").exists()
