import csv
import io
from dataclasses import replace

import pytest

from autograder.report import lms
from autograder.report.submissions import Answer, Class, Submission
from tests.autograder.report.sample import CLASS

# As Canvas exports a gradebook: numbers behind assignments, rows that are no students, a student who only tests.
CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,01 Errors (811),02 Entropy (812),Current Score
,,,,,Manual Posting,,
    Points Possible,,,,,8.00,7.00,(read only)
"Quill, Zoë",4711,u1,zoe@example.org,"Section 1, Monday",8.00,,90
"Lindgren, Bao",12,u2,b,Section 2,7.00,1.00,80
"Ödegård, Félix",13,u3,felix,Section 2,,6.50,
"Student, Test",99,,f00ba4,Section 1,,,
"""
MOODLE = """\
Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed",\
"Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 4711","Zoë Quill",zoe@example.org,"Submitted for grading - ",,7.00,Yes,"Thursday, 19 November 2026",-,
"Participant 12","Bao Lindgren",b@example.org,"Submitted for grading - ",,7.00,Yes,-,-,
"Participant 14",C,c,"Submitted for grading - ",1.00,7.00,No,-,-,kept
"Participant 13","Félix Ödegård",felix@example.org,"No submission - ",,7.00,Yes,-,-,
"""


def rows(text: str) -> lms.Rows:
    return list(csv.reader(io.StringIO(text)))


def test_canvas_gets_its_own_table_back_with_one_assignment_filled_in() -> None:
    table = lms.canvas(CLASS, rows(CANVAS))
    assert table.rows == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "02 Entropy (812)"],
        ["", "", "", "", "", ""],
        ["    Points Possible", "", "", "", "", "7.00"],
        ["Quill, Zoë", "4711", "u1", "zoe@example.org", "Section 1, Monday", "2"],
        ["Lindgren, Bao", "12", "u2", "b", "Section 2", "0"],
        ["Ödegård, Félix", "13", "u3", "felix", "Section 2", "6.50"],
        ["Student, Test", "99", "", "f00ba4", "Section 1", ""],
    ]
    assert table.left_over == ("c", "d", "e")


def test_canvas_table_without_one_to_fill_in_has_canvas_columns_and_the_points() -> None:
    table = lms.canvas(CLASS)
    assert table.rows[:3] == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "02_entropy"],
        ["    Points Possible", "", "", "", "", "7"],
        ["Lindgren, Bao", "", "", "b", "", "0"],
    ]
    assert ["Quill, Zoë", "4711", "", "", "", "2"] in table.rows
    assert ["Ödegård, Félix", "", "", "felix", "", ""] in table.rows


@pytest.mark.parametrize("column", ["02_entropy", "02 Entropy", "02-ENTROPY"])
def test_canvas_column_is_found_in_any_spelling(column: str) -> None:
    assert lms.canvas(replace(CLASS, assignment=column), rows(CANVAS)).rows[0][-1] == "02 Entropy (812)"


@pytest.mark.parametrize(
    "text", ["Name,Points\nada,3\n", CANVAS.replace("02 Entropy", "Two"), CANVAS.replace("01 Errors", "02_entropy")]
)
def test_canvas_table_that_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(lms.Misfit):
        lms.canvas(CLASS, rows(text))


def test_moodle_gets_grades_and_feedback_and_keeps_what_it_locked() -> None:
    table = lms.moodle(CLASS, rows(MOODLE))
    assert [(row[0], row[4]) for row in table.rows[1:]] == [
        ("Participant 4711", "2"),
        ("Participant 12", "0"),
        ("Participant 14", "1.00"),
        ("Participant 13", ""),
    ]
    assert table.rows[1][9] == "check_entropy: 0 of 5 points. Off by 0.3 for s-4711."
    assert table.rows[2][9].count("<br>") == 1
    assert table.rows[3][9] == "kept"
    assert table.rows[1][7] == "Thursday, 19 November 2026"
    assert [row[:4] + row[5:9] for row in table.rows] == [row[:4] + row[5:9] for row in rows(MOODLE)]


def test_moodle_worksheet_without_one_to_fill_in_has_moodles_columns() -> None:
    table = lms.moodle(CLASS)
    assert tuple(table.rows[0]) == tuple(rows(MOODLE)[0])
    zoe = next(row for row in table.rows if row[1] == "Zoë Quill")
    assert zoe[:9] == ["Participant 4711", "Zoë Quill", "zoe@example.org", "", "2", "7", "Yes", "-", "-"]


def test_table_that_is_no_worksheet_is_refused() -> None:
    with pytest.raises(lms.Misfit):
        lms.moodle(CLASS, rows(CANVAS))


def test_feedback_is_text_and_no_markup() -> None:
    hostile = Submission("s-4711", 0, (Answer("check_x", 0, 1, "unexplained", "<img src=x>"),))
    table = lms.moodle(replace(CLASS, submissions=(hostile,)), rows(MOODLE))
    assert table.rows[1][9] == "check_x: 0 of 1 points. &lt;img src=x&gt;"


def test_gradescope_result_adds_up_to_the_score() -> None:
    told = lms.gradescope(CLASS.submissions[0])
    assert told["score"] == sum(test["score"] for test in told["tests"]) == 2
    assert [(one["name"], one["max_score"], one["status"], one["tags"]) for one in told["tests"]] == [
        ("check_entropy", 5, "failed", ["log.natural"]),
        ("check_expected_length", 2, "passed", []),
    ]
    assert {one["visibility"] for one in told["tests"]} == {"visible"}


def test_feedback_tells_what_else_counts() -> None:
    late = replace(CLASS.submissions[4], penalty=2.0, waiting=("explain",))
    assert lms.feedback(CLASS.submissions[4]) == ["Everything passed."]
    assert lms.feedback(late) == ["Handed in late: 2 points less.", "Still to be read by a person: explain."]


def test_id_of_one_student_beats_the_email_of_another() -> None:
    people = {"b": replace(CLASS.people["b"], email="c"), "c": replace(CLASS.people["b"], student="c", email="")}
    class_ = Class("02_entropy", 7, (), (), CLASS.submissions[1:3], people=people)
    head = ["Student", "ID", "02_entropy"]
    assert lms.canvas(class_, [head, ["C", "c", ""]]).rows[1][2] == "5"
