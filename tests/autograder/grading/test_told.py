"""What nbgrader's log says of a failed submission is held back where one line has told the reason, and only there."""

import logging

import pytest

from autograder.grading.told import Told

FAILING, FAILED = (
    "There was an error processing assignment: %s",
    "There was an error processing assignment 'a' for student",
)
SEE_ABOVE = "Please see the the above traceback for details"


def stumble(log: logging.Logger, told: Told, student: str, *, known: bool) -> None:
    """A submission that fails, as nbgrader's loop logs it."""
    try:
        raise ValueError(student)
    except ValueError as error:
        log.error("%s is not graded: no notebook", student)
        if known:
            told.tell(student, error)
        log.error(FAILING, student)
        log.error("Traceback of %s", student)


def said(caplog: pytest.LogCaptureFixture, **students: bool) -> tuple[list[str], Told]:
    """What is logged of a class whose submissions fail for a reason that is known, or not."""
    log, told = logging.getLogger("told"), Told()
    with told.on(log):
        for student, known in students.items():
            stumble(log, told, student, known=known)
        for student in students:
            log.error("%s '%s'", FAILED, student)
        log.error(SEE_ABOVE)
    return [record.getMessage() for record in caplog.records], told


def test_of_known_reasons_one_line_each_is_left(caplog: pytest.LogCaptureFixture) -> None:
    lines, told = said(caplog, emre=True, chris=True)
    assert lines == ["emre is not graded: no notebook", "chris is not graded: no notebook"]
    assert told.everything


def test_error_that_nobody_expected_is_seen_with_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    lines, told = said(caplog, emre=True, chris=False)
    assert lines[1:] == [
        "chris is not graded: no notebook",
        "There was an error processing assignment: chris",
        "Traceback of chris",
        f"{FAILED} 'chris'",
        SEE_ABOVE,
    ]
    assert not told.everything


def test_log_is_as_before_after_the_run(caplog: pytest.LogCaptureFixture) -> None:
    log, told = logging.getLogger("told"), Told()
    with told.on(log), told.silence():
        log.warning("kept")
        log.error("held back")
    log.error("after it")
    assert [record.getMessage() for record in caplog.records] == ["kept", "after it"]
