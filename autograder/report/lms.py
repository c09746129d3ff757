"""Grades in the files that Canvas, Moodle and Gradescope read, with every name and heading as those systems wrote them.

Canvas and Moodle both give out a table of the class that they take back with grades filled in. Such a table, given as
`rows`, is the safest: ids, sections and the heading of the assignment are theirs. Without one, a table of that form is
made from the gradebook. Where a student has no grade, what stands in the table stays: Canvas takes an empty field as
the wish to delete a grade that it has.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.grading.grades import Grade
from autograder.report.submissions import Class, Submission

Rows = list[list[str]]
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
CANVAS_KEPT = {
    *CANVAS,
    "LastName",
    "FirstName",
    "Root Account",
    "Integration ID",
}  # what Canvas knows a student by; all else is left out
CANVAS_IDS = ("ID", "SIS User ID", "SIS Login ID")
MOODLE = (
    "Identifier",
    "Full name",
    "Email address",
    "Status",
    "Grade",
    "Maximum Grade",
    "Grade can be changed",
    "Last modified (submission)",
    "Last modified (grade)",
    "Feedback comments",
)
MOODLE_IDS = ("Identifier", "Email address", "ID number", "Username")
UNKNOWN = "-"  # Moodle's own word for a time that it does not know


class Misfit(Exception):
    """The table that was given is not one that the grades can be written into."""


@dataclass(frozen=True)
class Table:
    """A table to hand in, and the students whose grade found no row in it."""

    rows: Rows
    left_over: tuple[str, ...] = ()


def canvas(graded: Class, rows: Rows | None = None, column: str | None = None) -> Table:
    """Canvas's gradebook with one assignment in it: what stands in its export, filled in and cut to what import needs.

    `column` is the assignment's heading there; by default the one that is the assignment's name, with or without
    Canvas's number in parentheses behind it. Rows without an ID, such as Points Possible, stay as they are.

    Raises:
        Misfit: `rows` is no gradebook of Canvas, or no heading or several fit.
    """
    if rows is None:
        head = [*CANVAS, column or graded.assignment]
        points = ["    Points Possible", "", "", "", "", f"{graded.max_score:g}"]
        rows = [head, points, *(_canvas_row(person) for person in _by_name(graded.people.values()))]
    head = rows[0]
    if "ID" not in head or head[0] not in ("Student", "LastName"):
        raise Misfit("this is no gradebook exported by Canvas: its first line does not begin with Student, ID")
    place = _heading(head, column or graded.assignment)
    kept = [index for index, name in enumerate(head) if name in CANVAS_KEPT] + [place]
    filled = _Filling(graded)
    for row in rows[1:]:
        row.extend([""] * (len(head) - len(row)))
        if row[head.index("ID")].strip():
            found = filled.of(row[head.index(name)] for name in CANVAS_IDS if name in head)
            if found is not None:
                row[place] = f"{found.score:g}"
        elif (person := filled.of([_cell(row, head, "SIS Login ID")])) is not None:
            row[place] = f"{person.score:g}"
    return Table([[row[index] for index in kept] for row in rows], filled.left_over())


def moodle(graded: Class, rows: Rows | None = None) -> Table:
    """Moodle's offline grading worksheet with grades and feedback. Grades that Moodle has locked stay as they are.

    Raises:
        Misfit: `rows` is no grading worksheet.
    """
    if rows is None:
        rows = [list(MOODLE), *(_moodle_row(person, graded.max_score) for person in _by_name(graded.people.values()))]
    head = rows[0]
    if not {"Identifier", "Grade", "Last modified (grade)"} <= set(head):
        raise Misfit("this is no grading worksheet of Moodle: its first line lacks Identifier, Grade or Last modified")
    filled = _Filling(graded)
    for row in rows[1:]:
        row.extend([""] * (len(head) - len(row)))
        keys = [row[head.index(name)] for name in MOODLE_IDS if name in head]
        found = filled.of([*re.findall(r"\d+$", keys[0]), *keys])
        if found is None or _cell(row, head, "Grade can be changed").lower() == "no":
            continue
        row[head.index("Grade")] = f"{found.score:g}"
        if "Feedback comments" in head:
            row[head.index("Feedback comments")] = "<br>".join(html.escape(line) for line in feedback(found))
    return Table(rows, filled.left_over())


def gradescope(one: Submission) -> dict[str, Any]:
    """One student's `results.json`: a test for each check, with the verdict's message and the mistake as a tag."""
    tests = [
        {
            "name": answer.check,
            "score": answer.points,
            "max_score": answer.max_points,
            "status": "passed" if answer.points >= answer.max_points else "failed",
            "output": answer.message,
            "output_format": "text",
            "tags": [answer.mistake] if answer.mistake else [],
            "visibility": "visible",
        }
        for answer in one.answers
    ]
    waiting = f"Still to be read by a person: {', '.join(one.waiting)}." if one.waiting else ""
    return {"score": one.score, "output": waiting, "visibility": "visible", "tests": tests}


def feedback(one: Submission) -> list[str]:
    """What a student reads beside the grade: a line for each check that lost points, and what else counts."""
    lost = [answer for answer in one.answers if answer.points < answer.max_points]
    lines = [f"{one.check}: {one.points:g} of {one.max_points:g} points. {one.message}".strip() for one in lost]
    if one.penalty:
        lines.append(f"Handed in late: {one.penalty:g} points less.")
    if one.waiting:
        lines.append(f"Still to be read by a person: {', '.join(one.waiting)}.")
    return lines or ["Everything passed."]


class _Filling:
    """Finds the submission that belongs to a row, and remembers which ones were found."""

    def __init__(self, graded: Class) -> None:
        self._by_key: dict[str, Submission] = {}
        self._missing = {one.student: one for one in graded.submissions}
        people: Mapping[str, Grade] = graded.people
        for name in ("email", "lms_id", "student"):  # the last one counts where two students share a key
            for one in graded.submissions:
                key = getattr(people.get(one.student, Grade(one.student)), name)
                if key:
                    self._by_key[key.lower()] = one

    def of(self, keys: Iterable[str]) -> Submission | None:
        """The submission of the first key that somebody has."""
        for key in keys:
            found = self._by_key.get(key.strip().lower())
            if found is not None:
                self._missing.pop(found.student, None)
                return found
        return None

    def left_over(self) -> tuple[str, ...]:
        """The students with a grade that no row has asked for."""
        return tuple(self._missing)


def _heading(head: Sequence[str], asked: str) -> int:
    """The place of an assignment's column: its whole heading, or that without Canvas's number, in any spelling."""
    fitting = [index for index, name in enumerate(head) if name == asked] or [
        index for index, name in enumerate(head) if _plain(re.sub(r"\s*\(\d+\)$", "", name)) == _plain(asked)
    ]
    if len(fitting) != 1:
        others = ", ".join(repr(name) for name in head if name not in CANVAS_KEPT)
        raise Misfit(f"{'no' if not fitting else 'more than one'} column is {asked!r}; there are {others}")
    return fitting[0]


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().lower()


def _cell(row: Sequence[str], head: Sequence[str], name: str) -> str:
    return row[head.index(name)].strip() if name in head else ""


def _by_name(people: Iterable[Grade]) -> list[Grade]:
    return sorted(people, key=lambda one: (one.last_name.lower(), one.first_name.lower(), one.student))


def _canvas_row(person: Grade) -> list[str]:
    """A student by Canvas's number where the gradebook has it, as id or as LMS id, and else by the login."""
    number = next((one for one in (person.student, person.lms_id) if one.isdecimal()), "")
    name = ", ".join(part for part in (person.last_name, person.first_name) if part) or person.student
    return [name, number, "" if person.lms_id == number else person.lms_id, "" if number else person.student, "", ""]


def _moodle_row(person: Grade, full: float) -> list[str]:
    number = next((one for one in (person.student, person.lms_id) if one.isdecimal()), person.student)
    told = [f"Participant {number}", person.name, person.email, "", "", f"{full:g}", "Yes", UNKNOWN, UNKNOWN, ""]
    return told
