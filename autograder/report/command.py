"""`autograder report ASSIGNMENT`: a graded class as a page for its teacher, and the same figures as CSV and JSON.

    reports/06_zero_grad.html    to be read
    reports/06_zero_grad.csv     a line for each check of each submission
    reports/06_zero_grad.json    every figure of the page

Students appear under numbers that are the same at every call and tell nothing; their names only with `--names`.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.grading.grades import NoGrades, Place, here
from autograder.grading.secret import course_secret, submission_secret
from autograder.report import anonymous
from autograder.report.figures import Figures, count
from autograder.report.page import page
from autograder.report.submissions import Class, folder_of, read_class


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0, or 1 where there is no such assignment or nothing of it is graded."""
    parser = argparse.ArgumentParser(
        prog="autograder report",
        description="Write down what a class understood, and what not: as a page to read (ASSIGNMENT.html), as a table "
        "with a line for each check of each student (ASSIGNMENT.csv), and every figure of the page (ASSIGNMENT.json). "
        "All three go into reports/ in the course's folder; the page's path is printed.",
    )
    parser.add_argument("assignment")
    parser.add_argument("--names", action="store_true", help="show who is who; without it, students are numbers")
    parser.add_argument("--to", type=Path, help="the folder for the three files, in place of reports/ in the course")
    parsed = parser.parse_args(arguments)
    try:
        place = here()
        graded = read_class(place, parsed.assignment)
    except NoGrades as missing:
        print(f"autograder report: {missing}", file=sys.stderr)
        return 1
    if not parsed.names:
        graded = without_names(graded)
    written = write(graded, parsed.to or folder_of(place), names_of(graded, place, parsed.names))
    print(f"{len(graded.submissions)} submissions to {graded.assignment}: {written}")
    return 0 if graded.submissions else 1


def write(graded: Class, folder: Path, called: Callable[[str], str]) -> Path:
    """The page, after writing it and its two companions into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    counted = count(graded)
    path = folder / f"{graded.assignment}.html"
    path.write_text(page(graded, counted, called, datetime.now()), encoding="utf-8")
    with path.with_suffix(".csv").open("w", newline="", encoding="utf-8") as table:
        csv.writer(table).writerows(lines(graded, called))
    told = json.dumps(figures(graded, counted, called), indent=1, ensure_ascii=False)
    path.with_suffix(".json").write_text(told + "\n", encoding="utf-8")
    return path


def names_of(graded: Class, place: Place, by_name: bool) -> Callable[[str], str]:
    """What students are called: by name and id, or by a number from an order that only the course's secret tells."""
    if by_name:
        people = graded.people
        return lambda student: (
            f"{people[student].name} ({student})" if student in people and people[student].name != student else student
        )
    secret = course_secret(place.root)
    everyone = {one.student for one in graded.submissions} | set(graded.failed) | set(graded.ungraded)
    ordered = sorted(everyone, key=lambda student: submission_secret(secret, graded.assignment, student))
    numbers = {student: f"student {number}" for number, student in enumerate(ordered, 1)}
    return lambda student: numbers[student]


def without_names(graded: Class) -> Class:
    """The same class, where what is told of failures and events names nobody either."""
    words = anonymous.identifying(graded.everyone, graded.released)

    def nameless(event: dict[str, Any]) -> dict[str, Any]:
        return {**event, "text": anonymous.hide(str(event.get("text")), words)}

    return replace(
        graded,
        failed={student: anonymous.hide(reason, words) for student, reason in graded.failed.items()},
        submissions=tuple(
            replace(one, events=tuple(nameless(event) for event in one.events)) for one in graded.submissions
        ),
    )


def lines(graded: Class, called: Callable[[str], str]) -> Iterable[Sequence[object]]:
    """The CSV: a heading, then a line for each check of each submission, in the order of what students are called."""
    yield ("student", "check", "points", "max_points", "mistake", "score", "wall_s", "memory_mib", "tries", "reason")
    for one in sorted(graded.submissions, key=lambda one: _natural(called(one.student))):
        for answer in one.answers:
            yield (
                called(one.student),
                answer.check,
                f"{answer.points:g}",
                f"{answer.max_points:g}",
                answer.mistake or "",
                f"{one.score:g}",
                one.wall_s,
                one.memory_mib,
                one.tries,
                "",
            )
    for student, reason in sorted(graded.failed.items(), key=lambda pair: _natural(called(pair[0]))):
        yield (called(student), "", "", "", "", "", "", "", "", reason)


def figures(graded: Class, counted: Figures, called: Callable[[str], str]) -> dict[str, Any]:
    """The JSON: what the page shows."""
    return {
        "assignment": graded.assignment,
        "max_score": graded.max_score,
        "scores": {called(one.student): one.score for one in graded.submissions},
        "teach_again": [
            {
                **asdict(one.theme),
                "students": one.students,
                "share": round(one.share, 4),
                "points_lost": one.points_lost,
                "mistakes": [mistake.id for mistake in one.mistakes],
            }
            for one in counted.ideas
        ],
        "mistakes": [asdict(one) for one in counted.mistakes],
        "checks": [asdict(one) for one in counted.checks],
        "outliers": {
            one.unit: {"median": one.median, "beyond": one.fence, "found": {called(who): n for who, n in one.found}}
            for one in counted.outliers
        },
        "events": {
            kind: [{"student": called(student), "text": text} for student, text in cases]
            for kind, cases in counted.events.items()
        },
        "failed": {called(student): reason for student, reason in graded.failed.items()},
        "not_graded_yet": [called(student) for student in graded.ungraded],
        "to_read_by_hand": {called(one.student): list(one.waiting) for one in graded.submissions if one.waiting},
        "to_look_at_again": {called(one.student): list(one.again) for one in graded.submissions if one.again},
        "unprotected": [called(one.student) for one in graded.submissions if not one.protected],
    }


def _natural(name: str) -> tuple[int, str]:
    """Numbers in the order of numbers: student 2 before student 10."""
    digits = "".join(letter for letter in name if letter.isdigit())
    return (int(digits) if name.startswith("student ") and digits else 0, name)
