"""A graded class without grading: notebooks and gradebook as `nbgrader autograde` leaves them, drawn from the bank.

    python -m tests.autograder.report.simulated FOLDER 06_zero_grad 200

founds a course in FOLDER whose students each handed in one file of the bank for each function; a file is judged once.
Then `cd FOLDER` and `autograder report 06_zero_grad` shows what the page looks like for a class of that size.
"""

from __future__ import annotations

import random
import sys
import warnings
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook
from sqlalchemy.exc import SAWarning

from autograder import card
from autograder.grading import ungraded
from autograder.judges.finding import Verdict
from tests import bank
from tests.course import Course, grade_id

UNDONE = 0.06  # of the functions
FIRST = ("Ada", "Blaise", "Carl", "Dora", "Émile", "Fatima", "Grace", "Håkon", "Inès", "Jürgen", "Katarína", "Łukasz")
LAST = ("Lovelace", "Pascal", "Gauß", "Nakamura", "Noether", "Okafor", "Þórsson", "Ünal", "O'Brien", "García Márquez")


@dataclass(frozen=True)
class Handed:
    """What one student handed in: code and verdicts; `told` is added to `metadata.autograder`."""

    student: str
    code: Mapping[str, str]
    verdicts: Mapping[str, Verdict]
    told: Mapping[str, object] = field(default_factory=dict)
    first_name: str = ""
    last_name: str = ""
    email: str = ""


def founded(root: Path, assignment: str) -> Course:
    """A course that has released one assignment."""
    course = Course.founded(root)
    course.nbgrader("generate_assignment", assignment)
    return course


def lay(course: Course, assignment: str, class_: list[Handed]) -> None:
    """Writes autograded/ and the gradebook for a class."""
    release = course.root / "release" / assignment / f"{assignment}.ipynb"
    with warnings.catch_warnings(), Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        warnings.simplefilter("ignore", SAWarning)  # nbgrader's add_submission, whenever it adds one
        for one in class_:
            folder = course.root / "autograded" / one.student / assignment
            folder.mkdir(parents=True)
            nbformat.write(_notebook(nbformat.read(release, as_version=4), one), folder / f"{assignment}.ipynb")
            person = {"first_name": one.first_name, "last_name": one.last_name, "email": one.email}
            gradebook.update_or_create_student(one.student, **person)
            submission = gradebook.add_submission(assignment, one.student)
            submission.timestamp = datetime(2026, 11, 20, 12, 0)
            for notebook in submission.notebooks:
                for grade in notebook.grades:
                    reached = one.verdicts.get(grade.name)
                    grade.auto_score = float(reached.points) if reached else None
                    grade.needs_manual_grade = reached is None
        gradebook.db.commit()


def draw(assignment: str, count: int, seed: int = 0) -> list[Handed]:
    """A class of `count`: each function right, undone or wrong, the same few mistakes made by most of those who err."""
    chance = random.Random(seed)
    by_function: dict[str, tuple[list[bank.Submission], list[bank.Submission], list[float]]] = {}
    for one in bank.submissions():
        if one.path.parts[-4] == assignment and bank.ENDLESS not in set().union(*one.loses.values()):
            right, wrong, _ = by_function.setdefault(one.function, ([], [], []))
            (wrong if one.loses else right).append(one)
    for right, wrong, weights in by_function.values():
        chance.shuffle(right)
        chance.shuffle(wrong)
        del right[6:], wrong[18:]
        weights.extend(1 / (1 + place) for place in range(len(wrong)))

    def one_student() -> dict[str, bank.Submission | None]:
        able = chance.betavariate(2, 1.2)  # 0.62 on average
        row: dict[str, bank.Submission | None] = {}
        for function, (right, wrong, weights) in by_function.items():
            drawn = chance.choice(right) if chance.random() < able else chance.choices(wrong, weights)[0]
            row[function] = None if chance.random() < UNDONE * 2 * (1 - able) else drawn
        return row

    chosen = [one_student() for _ in range(count)]
    bank.import_everything()
    used = sorted({one for row in chosen for one in row.values() if one}, key=lambda one: one.name)
    with ThreadPoolExecutor(2) as two:
        judged = dict(zip(used, two.map(lambda one: bank.verdicts(one, "ada", b"class"), used), strict=True))
    return [_drawn(number, row, judged, chance) for number, row in enumerate(chosen)]


def _drawn(
    number: int,
    row: Mapping[str, bank.Submission | None],
    judged: Mapping[bank.Submission, Mapping[str, Verdict]],
    chance: random.Random,
) -> Handed:
    code: dict[str, str] = {}
    verdicts: dict[str, Verdict] = {}
    first, last = chance.choice(FIRST), chance.choice(LAST)
    for function, one in row.items():
        if one is None:
            code[function] = "# YOUR CODE HERE\nraise NotImplementedError()"
            undone = "The function is missing, or still as it was handed out."
            for check in bank.checks_of(function):
                verdicts[check.name] = Verdict(check.name, 0, check.points, "error.undefined", undone, "")
        else:
            text = bank.LOSES.sub("", one.path.read_text()).strip()
            code[function] = f"# {first} {last}, with a friend\n{text}"
            verdicts.update(judged[one])
    events = [{"kind": "timeout", "cell": "train", "text": "over 30 s"}] if chance.random() < 0.03 else []
    slow = 20.0 if chance.random() < 0.02 else 1.0
    told = {
        "wall_s": round(slow * chance.lognormvariate(0.8, 0.3), 3),
        "cpu_s": round(slow * chance.lognormvariate(0.6, 0.3), 3),
        "memory_mib": round(chance.gauss(420, 25), 1),
        "tries": 2 if chance.random() < 0.01 else 1,
        "events": events,
    }
    if told["tries"] == 2:
        events.append({"kind": "retried", "cell": None, "text": "the sandbox had failed before"})
    return Handed(
        f"s{10000 + 37 * number}", code, verdicts, told, first, last, f"{first.lower()}.{number}@students.example"
    )


def _notebook(notebook: nbformat.NotebookNode, one: Handed) -> nbformat.NotebookNode:
    for cell in notebook.cells:
        name = grade_id(cell)
        if name in one.code:
            cell.source = one.code[name]
        if name in one.verdicts:
            bundle = card.outputs(one.verdicts[name])
            cell.outputs = [nbformat.v4.new_output("display_data", bundle)]
    notebook.metadata["autograder"] = {
        "version": 1,
        "tries": 1,
        "protected": True,
        "unprotected_checks": [],
        "events": [],
        **one.told,
    }
    return notebook


def main(root: Path, assignment: str, count: int) -> None:
    """Founds the course and lays the class into it, two of it not graded."""
    course = founded(root, assignment)
    lay(course, assignment, draw(assignment, count))
    for student, reason in {
        "s90001": "the notebook does not appear to be JSON: it is no text in UTF-8",
        "s90002": "the sandbox failed 3 times: sandbox: no namespace",
    }.items():
        ungraded.note(root, assignment, student, reason)
    submitted = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
    print(f"{count} submissions to {assignment} in {root}, {submitted}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
