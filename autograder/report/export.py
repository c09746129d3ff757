"""`autograder export canvas|moodle|gradescope ASSIGNMENT`: a class's grades as a file that another system reads.

    autograder export canvas 08_mnist --into 2026-11-26_Grades-ML.csv     Canvas: Gradebook, Export, and then Import
    autograder export moodle 08_mnist --into Grades-ML-08-4711.csv        Moodle: Download grading worksheet, and Upload
    autograder export gradescope 08_mnist                                 a results.json for each student

What is written lies in the course's folder reports/; the table given by --into stays as it is. A grade that found no
row is told, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from autograder.grading.grades import NoGrades, here
from autograder.report import lms
from autograder.report.submissions import Class, folder_of, read_class

AS_CSV = "save it once more as CSV in UTF-8 (in Excel: Save As, CSV UTF-8), or download it anew"


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0 where every grade has its place in the file."""
    parser = argparse.ArgumentParser(
        prog="autograder export",
        description="Write a class's grades as a file that another system reads: for Canvas and Moodle a table, "
        "ASSIGNMENT-canvas.csv or ASSIGNMENT-moodle.csv, for Gradescope a folder ASSIGNMENT-gradescope with a "
        "results.json for each student. It goes into reports/ in the course's folder, and its path is printed.",
    )
    parser.add_argument("system", choices=("canvas", "moodle", "gradescope"))
    parser.add_argument("assignment")
    parser.add_argument(
        "--into",
        type=Path,
        help="the table that Canvas or Moodle gave out; it is read and not changed, "
        "the result is a filled-in copy in reports/ (or --to)",
    )
    parser.add_argument("--column", help="Canvas: the assignment's heading, where it is not the assignment's name")
    parser.add_argument(
        "--to", type=Path, help="the file to write, in place of the one in reports/; for Gradescope the folder"
    )
    parsed = parser.parse_args(arguments)
    try:
        place = here()
        graded = read_class(place, parsed.assignment)
        to = parsed.to or folder_of(place) / f"{parsed.assignment}-{parsed.system}"
        if parsed.system == "gradescope":
            return _gradescope(graded, to)
        rows = read(parsed.into) if parsed.into else None
        filled = lms.moodle(graded, rows) if parsed.system == "moodle" else lms.canvas(graded, rows, parsed.column)
    except (NoGrades, lms.Misfit) as wrong:
        print(f"autograder export: {wrong}", file=sys.stderr)
        return 1
    path = to if parsed.to else to.with_suffix(".csv")
    write(path, filled.rows)
    print(f"{len(graded.submissions) - len(filled.left_over)} grades of {graded.assignment}: {path}")
    return _tell(graded, filled.left_over)


def read(path: Path) -> lms.Rows:
    """The rows of a table as Canvas and Moodle write it: UTF-8, with or without a mark, commas or semicolons.

    Raises:
        Misfit: the file cannot be read, is empty, or is text of another kind.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise lms.Misfit(f"{path} is no text in UTF-8: {AS_CSV}") from None
    except OSError as error:
        told = error.strerror or "it cannot be read"
        raise lms.Misfit(f"{path}: {told}. Give --into the table that Canvas or Moodle gave out") from None
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    lines = () if "\0" in text else csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = [row for row in lines if row]
    if not rows:
        raise lms.Misfit(f"{path} holds no table: {AS_CSV}")
    return rows


def write(path: Path, rows: lms.Rows) -> None:
    """Writes a table with commas, in UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def _gradescope(graded: Class, to: Path) -> int:
    if not graded.submissions:
        print(f"autograder export: nothing of {graded.assignment} is graded", file=sys.stderr)
        return _tell(graded, ()) or 1
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
    again = [one.student for one in graded.submissions if one.again]
    for students, what in (
        (left_over, "graded, but in no row of the file"),
        (list(graded.failed), "not graded, so left as they are"),
        (list(graded.ungraded), "handed in and not graded yet, so left as they are"),
        (waiting, "with an answer that nobody has read yet, so with fewer points"),
        (
            again,
            "with points by hand, which count; autograded again since, so nbgrader wants another look at the answer",
        ),
    ):
        if students:
            shown = ", ".join(students[:10]) + (" ..." if len(students) > 10 else "")
            print(f"{len(students)} {what}: {shown}", file=sys.stderr)
    return 1 if left_over else 0
