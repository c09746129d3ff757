"""`autograder export canvas|moodle|gradescope ASSIGNMENT`: a class's grades as a file that another system reads.

    autograder export canvas 08_mnist --into 2026-11-26_Grades-ML.csv     Canvas: Gradebook, Export, and then Import
    autograder export moodle 08_mnist --into Grades-ML-08-4711.csv        Moodle: Download grading worksheet, and Upload
    autograder export gradescope 08_mnist                                 a results.json for each student

What is written lies in the course's folder reports/. A grade that found no row is told, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from autograder.grading.grades import NoSuchAssignment, here
from autograder.report import lms
from autograder.report.submissions import Class, folder_of, read_class


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0 where every grade has its place in the file."""
    parser = argparse.ArgumentParser(prog="autograder export", description="Grades for another system.")
    parser.add_argument("system", choices=("canvas", "moodle", "gradescope"))
    parser.add_argument("assignment")
    parser.add_argument("--into", type=Path, help="the table that Canvas or Moodle gave out, to be filled in")
    parser.add_argument("--column", help="Canvas: the assignment's heading, where it is not the assignment's name")
    parser.add_argument("--to", type=Path, help="the file to write; for Gradescope the folder")
    parsed = parser.parse_args(arguments)
    place = here()
    try:
        graded = read_class(place, parsed.assignment)
        to = parsed.to or folder_of(place) / f"{parsed.assignment}-{parsed.system}"
        if parsed.system == "gradescope":
            return _gradescope(graded, to)
        rows = read(parsed.into) if parsed.into else None
        filled = lms.moodle(graded, rows) if parsed.system == "moodle" else lms.canvas(graded, rows, parsed.column)
    except (NoSuchAssignment, lms.Misfit, FileNotFoundError, UnicodeDecodeError) as wrong:
        print(f"autograder export: {wrong}", file=sys.stderr)
        return 1
    path = to if parsed.to else to.with_suffix(".csv")
    write(path, filled.rows)
    print(f"{len(graded.submissions) - len(filled.left_over)} grades of {graded.assignment}: {path}")
    return _tell(graded, filled.left_over)


def read(path: Path) -> lms.Rows:
    """The rows of a table as Canvas and Moodle write it: UTF-8, with or without a mark, commas or semicolons."""
    text = path.read_text(encoding="utf-8-sig")
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]


def write(path: Path, rows: lms.Rows) -> None:
    """Writes a table with commas, in UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def _gradescope(graded: Class, to: Path) -> int:
    for one in graded.submissions:
        folder = to / one.student
        folder.mkdir(parents=True, exist_ok=True)
        told = json.dumps(lms.gradescope(one), indent=1, ensure_ascii=False)
        (folder / "results.json").write_text(told + "\n", encoding="utf-8")
    print(f"{len(graded.submissions)} grades of {graded.assignment}: {to}")
    return _tell(graded, ())


def _tell(graded: Class, left_over: Sequence[str]) -> int:
    """Says what a person should know before handing the file in; 1 where a grade did not get into it."""
    waiting = [one.student for one in graded.submissions if one.waiting]
    for students, what in (
        (left_over, "graded, but in no row of the file"),
        (list(graded.failed), "not graded, so left as they are"),
        (list(graded.ungraded), "handed in and not graded yet, so left as they are"),
        (waiting, "with an answer that nobody has read yet, so with fewer points"),
    ):
        if students:
            shown = ", ".join(students[:10]) + (" ..." if len(students) > 10 else "")
            print(f"{len(students)} {what}: {shown}", file=sys.stderr)
    return 1 if left_over else 0
