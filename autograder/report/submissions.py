"""A class's submissions to one assignment, as they stand after grading: verdicts, points, times, and what went wrong.

They are read from three places: the graded notebooks (verdicts and what happened on the way), the gradebook (points,
a teacher's own included) and the course's folder `.grading/` (why a submission has no grade).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from autograder.grading import ungraded
from autograder.grading.grades import Grade, Place, grades
from autograder.judges.finding import VERDICT_TYPE

Json = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """One check of one submission: its points, and the mistake with its message where it was named."""

    check: str
    points: float
    max_points: float
    mistake: str | None = None
    message: str = ""


@dataclass(frozen=True)
class Submission:
    """One graded submission. `code` holds the student's text by function; times are in seconds, memory in MiB."""

    student: str
    score: float
    answers: tuple[Answer, ...]
    code: Mapping[str, str] = field(default_factory=dict[str, str])
    wall_s: float | None = None
    cpu_s: float | None = None
    memory_mib: float | None = None
    tries: int = 1
    protected: bool = True
    unprotected_checks: tuple[str, ...] = ()
    events: tuple[Json, ...] = ()
    penalty: float = 0.0
    waiting: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


@dataclass(frozen=True)
class Class:
    """Everything the report tells of. `checks` are in the notebook's order; `released` holds the task's own words."""

    assignment: str
    max_score: float
    checks: tuple[str, ...]
    by_hand: tuple[str, ...]
    submissions: tuple[Submission, ...]
    failed: Mapping[str, str] = field(default_factory=dict[str, str])
    ungraded: tuple[str, ...] = ()
    people: Mapping[str, Grade] = field(default_factory=dict[str, Grade])
    released: frozenset[str] = frozenset()

    @property
    def everyone(self) -> list[Grade]:
        """All who are in the gradebook or have handed in."""
        handed_in = [*(one.student for one in self.submissions), *self.failed, *self.ungraded]
        return [*self.people.values(), *(Grade(student) for student in handed_in if student not in self.people)]


def read_class(place: Place, assignment: str) -> Class:
    """The class as it stands. Raises NoSuchAssignment."""
    people, full = grades(place.db_url, assignment)
    failed = ungraded.noted(place.root, assignment)
    folders = place.folders(place.autograded, assignment)
    submissions: list[Submission] = []
    order: dict[str, bool] = {}
    released: set[str] = set()
    for student, folder in folders.items():
        notebooks = [json.loads(path.read_text()) for path in sorted(folder.glob("*.ipynb"))]
        if student in failed or not notebooks:
            continue
        grade = people.get(student, Grade(student))
        submissions.append(_submission(student, notebooks, grade))
        for notebook in notebooks:
            order.update(_graded_cells(notebook))
            released.update(_words_of_the_task(notebook))
    seen = {one.student for one in submissions} | set(failed)
    return Class(
        assignment=assignment,
        max_score=full,
        checks=tuple(name for name, by_hand in order.items() if not by_hand),
        by_hand=tuple(name for name, by_hand in order.items() if by_hand),
        submissions=tuple(submissions),
        failed=failed,
        ungraded=tuple(student for student in place.folders(place.submitted, assignment) if student not in seen),
        people=people,
        released=frozenset(released),
    )


def function_of(check: str, functions: Mapping[str, Any]) -> str | None:
    """The function that a check judges: `train` for `check_train_zero_grad`, `train_step` for `check_train_step`."""
    asked = check.removeprefix("check_")
    fitting = [name for name in functions if asked == name or asked.startswith(f"{name}_")]
    return max(fitting, key=len, default=None)


def _submission(student: str, notebooks: list[Json], grade: Grade) -> Submission:
    told: list[Json] = [notebook["metadata"].get("autograder", {}) for notebook in notebooks]
    cells = [cell for notebook in notebooks for cell in notebook["cells"]]
    answers = tuple(_answer(cell, grade) for cell in cells if _is_check(cell))
    return Submission(
        student=student,
        score=sum(answer.points for answer in answers) if grade.score is None else grade.score,
        answers=answers,
        code={_record(cell)["grade_id"]: _text(cell["source"]) for cell in cells if _is_solution(cell)},
        wall_s=_total(told, "wall_s"),
        cpu_s=_total(told, "cpu_s"),
        memory_mib=max((one["memory_mib"] for one in told if one.get("memory_mib")), default=None),
        tries=max((int(one.get("tries", 1)) for one in told), default=1),
        protected=all(one.get("protected", True) for one in told),
        unprotected_checks=tuple(name for one in told for name in one.get("unprotected_checks", [])),
        events=tuple(event for one in told for event in one.get("events", [])),
        penalty=grade.penalty,
        waiting=grade.waiting,
        again=grade.again,
    )


def _answer(cell: Json, grade: Grade) -> Answer:
    record = _record(cell)
    name, full = record["grade_id"], float(record.get("points", 0))
    bundles = [output["data"][VERDICT_TYPE] for output in cell["outputs"] if VERDICT_TYPE in output.get("data", {})]
    said: Json = bundles[-1] if bundles else {}
    points = grade.cells.get(name, float(said.get("points", 0)))
    return Answer(name, points, full, said.get("mistake"), str(said.get("message", "")))


def _graded_cells(notebook: Json) -> dict[str, bool]:
    """The cells that earn points, in order; True where a person reads them."""
    records = [_record(cell) for cell in notebook["cells"]]
    return {one["grade_id"]: bool(one.get("solution")) for one in records if one.get("grade") or one.get("task")}


def _words_of_the_task(notebook: Json) -> set[str]:
    """The words that the instructor wrote: what stands in cells that no student changes."""
    texts = [_text(cell["source"]) for cell in notebook["cells"] if _record(cell).get("locked")]
    return set(re.findall(r"[^\W\d_]+", " ".join(texts).lower()))


def _is_check(cell: Json) -> bool:
    return cell["cell_type"] == "code" and bool(_record(cell).get("grade")) and not _record(cell).get("solution")


def _is_solution(cell: Json) -> bool:
    return cell["cell_type"] == "code" and bool(_record(cell).get("solution"))


def _record(cell: Json) -> Json:
    return cast("Json", cell["metadata"].get("nbgrader", {}))


def _text(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)


def _total(told: list[Json], name: str) -> float | None:
    numbers = [float(one[name]) for one in told if one.get(name) is not None]
    return sum(numbers) if numbers else None


def folder_of(place: Place) -> Path:
    """Where a course's reports lie."""
    return place.root / "reports"
