"""An instructor's evening, played with nbgrader's own commands: `make grade`.

A course is founded in build/evening/, a class hands in its samples, and three commands an assignment do the work:
collect, autograde, generate_feedback. What comes out is printed: points and named mistakes, what hung or could not
be read and why, where the feedback lies. It ends in 1 where a sample did not get what stands beside it in
`tests.sample_class`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.grading.ungraded import noted
from tests.course import Course, stopped_cells, verdicts
from tests.notebook_form import ROOT
from tests.sample_class import Sample, whole_class


@dataclass(frozen=True)
class Outcome:
    """What became of a sample: its points, the mistake named by each check that was lost, and the trouble it made."""

    sample: Sample
    points: float
    full: float
    mistakes: dict[str, str | None]
    trouble: str

    def surprises(self) -> list[str]:
        """What is not as the sample says it must be; empty where all is."""
        told = []
        if self.points != self.sample.points:
            told.append(f"{self.points:g} points instead of {self.sample.points}")
        if self.mistakes != dict(self.sample.loses):
            told.append(f"{self.mistakes} instead of {dict(self.sample.loses)}")
        if bool(self.trouble) != bool(self.sample.trouble) or self.sample.trouble not in self.trouble:
            told.append(f"trouble {self.trouble!r} instead of {self.sample.trouble!r}")
        return told


def play(root: Path, say: Callable[[str], None] = print) -> tuple[Course, list[Outcome]]:
    """The graded course in the empty or missing folder `root`, and what became of each sample."""
    course = Course.founded(root)
    course.nbgrader("generate_assignment", "*")
    samples = whole_class(course)
    say(f"{len(samples)} submissions to {len(course.assignments)} assignments, collected and graded by nbgrader:")

    def evening(assignment: str) -> dict[str, str]:
        started = time.monotonic()
        course.nbgrader("release_assignment", assignment)
        for sample in samples:
            if sample.assignment == assignment:
                course.hand_in(sample.student, assignment, sample.notebook(course))
        course.nbgrader("collect", assignment)
        course.nbgrader("autograde", assignment, fails=True)
        course.nbgrader("generate_feedback", assignment)
        say(f"  {assignment} in {time.monotonic() - started:.0f} s")
        return noted(course.root, assignment)

    given_up = {assignment: evening(assignment) for assignment in course.assignments}
    grades = course.grades()
    return course, [outcome(course, sample, grades, given_up[sample.assignment]) for sample in samples]


def outcome(
    course: Course, sample: Sample, grades: dict[tuple[str, str], tuple[float, float]], given_up: dict[str, str]
) -> Outcome:
    """What became of one sample, read from the exported grades and the graded notebook."""
    points, full = grades[sample.student, sample.assignment]
    graded = course.graded(sample.student, sample.assignment)
    if graded is None:
        return Outcome(
            sample, points, full, {}, given_up.get(sample.student, "not graded, and nbgrader gave no reason")
        )
    told = {check: bundles[-1] if bundles else {} for check, bundles in verdicts(graded).items()}
    mistakes = {check: bundle.get("mistake") for check, bundle in told.items() if not bundle.get("points")}
    stopped = stopped_cells(graded)
    trouble = f"time was over in {', '.join(stopped)}: the cell was stopped, the rest graded" if stopped else ""
    trouble += "; ".join(
        f"{event.text} in {event.cell}" for event in graded.metadata.autograder.events if event.kind == "died"
    )
    return Outcome(sample, points, full, mistakes, trouble)


def table(outcomes: list[Outcome]) -> Table:
    """Points and named mistakes, one row a submission."""
    rows = Table("student", "handed in", "", "points", "mistake")
    for before, one in zip([None, *outcomes], outcomes, strict=False):
        if before is None or before.sample.assignment != one.sample.assignment:
            rows.add_section()
            rows.add_row(f"[bold]{one.sample.assignment}")
        sign = "[red]?[/]" if one.surprises() else "[green]\N{CHECK MARK}[/]"
        rows.add_row(one.sample.student, one.sample.story, sign, f"{one.points:g} / {one.full:g}", named(one))
    return rows


def named(one: Outcome) -> str:
    """The mistakes of a submission by name, each with the functions or aspects that lost their points by it."""
    where: dict[str, list[str]] = {}
    for check, mistake in one.mistakes.items():
        where.setdefault(mistake or "no verdict", []).append(check.removeprefix("check_"))
    lines = [f"{mistake} in {', '.join(checks)}" for mistake, checks in where.items()]
    return "\n".join([*lines, *(["see below"] if one.trouble else [])])


def main() -> int:
    """Prints the evening; 1 where it did not go as written down."""
    about = "Play an instructor's evening with a sample class, in build/evening/, which is made anew: some minutes."
    argparse.ArgumentParser(prog="python -m tests.evening", description=about).parse_args()
    console = Console(width=None if sys.stdout.isatty() else 140)
    root = ROOT / "build" / "evening"
    shutil.rmtree(root, ignore_errors=True)
    outcomes = play(root, console.print)[1]
    console.print(table(outcomes))
    for one in (one for one in outcomes if one.trouble):
        where = f"{one.sample.student}, {one.sample.assignment}"
        console.print(f"[bold]{where}[/] ({one.sample.story}): {one.trouble}", highlight=False)
    relative = root.relative_to(ROOT)
    console.print(f"\nFeedback lies in {relative}/feedback/STUDENT/ASSIGNMENT/, grades in {relative}/grades.csv.")
    surprises = [
        f"{one.sample.student}, {one.sample.assignment}: {told}" for one in outcomes for told in one.surprises()
    ]
    for told in surprises:
        console.print(f"[red]NOT AS EXPECTED[/] {told}", highlight=False)
    return bool(surprises)


if __name__ == "__main__":
    sys.exit(main())
