"""nbgrader in JupyterLab: checks run by Run All, the Validate button, and formgrader."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE_MS
from tests.browser.desk import Desk
from tests.course import Course, verdicts
from tests.sample_class import SAMPLES, Sample

RIGHT = Sample("instructor", "03_cross_entropy", "right", 12)
MNIST = Sample("instructor of 08", "08_mnist", "right", 14)  # whose judges train, in a kernel that is confined
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


@pytest.mark.parametrize("right", [RIGHT, MNIST], ids=lambda sample: sample.assignment)
def test_validate_finds_nothing_in_a_right_assignment(desk: Desk, course: Path, right: Sample) -> None:
    desk.open_notebook(written(course, right))
    expect(desk.validate()).to_contain_text("Success! Your notebook passes all the tests.")


def test_formgrader_generates_an_assignment_and_grades_a_submission_at_the_press_of_buttons(
    desk: Desk, course: Path
) -> None:
    assignment = RIGHT.assignment
    desk.open_first_page()
    desk.menu("Nbgrader", "Formgrader")
    formgrader = desk.page.frame_locator("iframe[src*=formgrader]")
    row = formgrader.get_by_role("row").filter(has_text=assignment)
    row.locator(".assign a").click()
    expect(formgrader.get_by_text(f"Successfully created the student version of '{assignment}'")).to_be_visible()

    handed_in = course / "submitted" / WRONG.student / assignment
    handed_in.mkdir(parents=True)
    (handed_in / f"{assignment}.ipynb").write_text(WRONG.notebook(Course(course)))
    address, token = desk.url.split("?")
    desk.page.goto(f"{address.removesuffix('/lab')}/formgrader/manage_submissions/{assignment}?{token}")
    row = desk.page.get_by_role("row").filter(has_text=WRONG.student)
    row.locator(".autograde a").click()
    done = desk.page.get_by_text(f"Successfully autograded '{assignment}' for student '{WRONG.student}'")
    expect(done).to_be_visible(timeout=2 * PATIENCE_MS)
    graded = Course(course).graded(WRONG.student, assignment)
    assert graded is not None
    assert sum(told["points"] for (told,) in verdicts(graded).values()) == WRONG.points
