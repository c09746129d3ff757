"""Small notebooks to grade, and what came of them, for the tests of the grader."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import nbformat
from jupyter_client.kernelspec import find_kernel_specs
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from autograder.grading.notebook import grade
from autograder.grading.task import Outcome, Task
from autograder.judges.finding import VERDICT_TYPE
from autograder.kernels.limits import Limits

KERNEL = "autograder" if "autograder" in find_kernel_specs() else "python3"
"""The warm and confined kernel where it is installed: every promise here holds for an ordinary one too."""
SECRET = b"s" * 32
ERROR_SUM = "def error_sum(t, o):\n    return float(sum(t) - sum(o))"
WRONG = "def error_sum(t, o):\n    return 17.0"


def check(name: str, points: float = 2) -> NotebookNode:
    """A check cell as nbgrader keeps it."""
    return graded(f'from autograder.check import check\n\ncheck("{name}")', name, points)


def graded(source: str, name: str, points: float = 2) -> NotebookNode:
    """A locked cell of tests."""
    record = {"grade": True, "solution": False, "locked": True, "task": False, "schema_version": 3}
    return new_code_cell(source, metadata={"nbgrader": {**record, "grade_id": name, "points": points}})


@dataclass
class Graded:
    """A graded notebook."""

    outcome: Outcome
    cells: list[NotebookNode] = field(default_factory=list)
    told: Any = None

    def verdict(self, name: str) -> dict[str, Any]:
        """The bundle of the one verdict under a check."""
        (cell,) = [cell for cell in self.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == name]
        (bundle,) = [output.data[VERDICT_TYPE] for output in cell.outputs if VERDICT_TYPE in output.get("data", {})]
        return bundle

    def kinds(self) -> list[str]:
        """What happened, in a word each."""
        return [event["kind"] for event in self.told["events"]]

    def errors(self, index: int) -> list[str]:
        """The errors that stand under a cell."""
        return [output.ename for output in self.cells[index].outputs if output.output_type == "error"]


def run(*cells: str | NotebookNode, limits: Limits | None = None, **fields: Any) -> Graded:
    """What comes of a notebook of these cells; a string is a student's cell."""
    made = [new_code_cell(cell) if isinstance(cell, str) else cell for cell in cells]
    for number, cell in enumerate(made):
        cell["id"] = f"cell-{number}"
    text = nbformat.writes(new_notebook(cells=made))
    given = {"assignment": "01_errors_and_softmax", "student": "ada", "secret": SECRET, "kernel": KERNEL, **fields}
    outcome = grade(Task(text, limits=limits or Limits(), **given))
    if outcome.notebook is None:
        return Graded(outcome)
    notebook = nbformat.reads(outcome.notebook, as_version=4)
    nbformat.validate(notebook)
    return Graded(outcome, notebook.cells, notebook.metadata.autograder)
