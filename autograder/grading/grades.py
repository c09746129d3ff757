"""A class's grades, read from nbgrader's gradebook as plain data: for the report and for other systems' files.

`here()` finds the course as nbgrader's own commands find it, from the folder in which a command is called.

Exception
    NoGrades                there is nothing to read them from; the message says why, in a sentence
        NoSuchAssignment    the gradebook does not know the assignment
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry  # pyright: ignore[reportMissingTypeStubs]  # it has none
from nbgrader.apps.baseapp import NbGrader  # pyright: ignore[reportMissingTypeStubs]  # it has none
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from autograder.grading.gradebook import not_opened


class NoGrades(Exception):
    """There is no course here, or its gradebook cannot be read."""


class NoSuchAssignment(NoGrades):
    """The gradebook does not know the assignment."""


@dataclass(frozen=True)
class Place:
    """Where a course keeps its things: its folder, its gradebook, and nbgrader's pattern of a submission's folder."""

    root: Path
    db_url: str
    structure: str = "{nbgrader_step}/{student_id}/{assignment_id}"
    autograded: str = "autograded"
    submitted: str = "submitted"

    def folders(self, step: str, assignment: str) -> dict[str, Path]:
        """The folders of all submissions to `assignment` in one of nbgrader's steps, by student."""
        pattern = self.structure.format(nbgrader_step=step, student_id="*", assignment_id=assignment)
        place = Path(pattern).parts.index("*")
        found = sorted(path for path in self.root.glob(pattern) if path.is_dir())
        return {path.relative_to(self.root).parts[place]: path for path in found}


@dataclass(frozen=True)
class Grade:
    """What the gradebook says of one student in one assignment.

    `score` is after the late penalty, in points; it is None where nothing was graded. `cells` holds the points of
    each graded cell by its name, a teacher's own included; `waiting` names the cells that a person has yet to read.
    `again` names those that a person gave points to, which count, before the notebook was graded anew: nbgrader keeps
    them and asks for another look, since the answer may have changed.
    """

    student: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_id: str = ""
    score: float | None = None
    penalty: float = 0.0
    cells: Mapping[str, float] = field(default_factory=dict[str, float])
    waiting: tuple[str, ...] = ()
    again: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """First and last name, or else the student's id."""
        return f"{self.first_name} {self.last_name}".strip() or self.student


def here(root: Path | None = None) -> Place:
    """The course in `root`, by default in the working folder, with the settings that nbgrader finds there.

    Raises:
        NoGrades: nbgrader finds no settings.
    """
    app: Any = NbGrader()
    settings = f"{app.config_file_name}.py"
    if not any(Path(folder, settings).exists() for folder in (".", *app.config_file_paths)):
        raise NoGrades(f"this is no course folder (no {settings} here); go to the folder that holds it")
    app.initialize([], root=str(root or Path.cwd()))
    told = app.coursedir
    return Place(
        Path(told.root), told.db_url, told.directory_structure, told.autograded_directory, told.submitted_directory
    )


def grades(db_url: str, assignment: str) -> tuple[dict[str, Grade], float]:
    """By student id the grade of everyone in the gradebook, and how many points there are.

    Raises:
        NoSuchAssignment: the gradebook knows no assignment of that name.
        NoGrades: there is no gradebook, or it cannot be opened.
    """
    try:
        url = make_url(db_url)
        if url.get_backend_name() == "sqlite" and url.database and not Path(url.database).exists():
            raise NoGrades(f"there is no gradebook yet ({url.database}); `nbgrader generate_assignment` makes it")
        return _read(db_url, assignment)
    except (SQLAlchemyError, ImportError) as error:
        raise NoGrades(not_opened(error)) from None


def _read(db_url: str, assignment: str) -> tuple[dict[str, Grade], float]:
    with Gradebook(db_url) as gradebook:
        book: Any = gradebook
        try:
            full = float(book.find_assignment(assignment).max_score)
        except MissingEntry:
            known = ", ".join(one.name for one in book.assignments) or "none"
            raise NoSuchAssignment(f"the gradebook knows no assignment {assignment!r}; it knows {known}") from None
        found = {student.id: _grade(student, None) for student in book.students}
        for submission in book.assignment_submissions(assignment):
            found[submission.student.id] = _grade(submission.student, submission)
        return found, full


def _grade(student: Any, submission: Any) -> Grade:
    person: dict[str, Any] = {
        "student": student.id,
        "first_name": student.first_name or "",
        "last_name": student.last_name or "",
        "email": student.email or "",
        "lms_id": student.lms_user_id or "",
    }
    if submission is None:
        return Grade(**person)
    cells = [cell for notebook in submission.notebooks for cell in notebook.grades]
    penalty = float(submission.late_submission_penalty or 0)
    return Grade(
        **person,
        score=max(0.0, sum(float(cell.score) for cell in cells) - penalty),
        penalty=penalty,
        cells={cell.name: float(cell.score) for cell in cells},
        waiting=tuple(cell.name for cell in cells if cell.needs_manual_grade and cell.manual_score is None),
        again=tuple(cell.name for cell in cells if cell.needs_manual_grade and cell.manual_score is not None),
    )
