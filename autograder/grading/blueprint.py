"""What the gradebook knows of a notebook: the cells that nbgrader grades, locks or collects, and their order.

nbgrader's gradebook keeps each such cell's text, kind and points, but neither tags nor, on every database, the order;
those are read from the notebook in release/, or in source/ where nothing is released yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook  # pyright: ignore[reportMissingTypeStubs]  # it has none


@dataclass(frozen=True)
class KnownCell:
    """One cell of the gradebook; `points` where it is a grade cell or a task, `tags` as the instructor set them."""

    name: str
    cell_type: str
    source: str
    checksum: str | None
    locked: bool
    grade: bool
    solution: bool
    task: bool
    points: float | None
    tags: tuple[str, ...] = ()

    @property
    def is_check(self) -> bool:
        """Whether a machine gives the points: a code cell of tests, which no student writes."""
        return self.grade and not self.solution and self.cell_type == "code"

    def record(self) -> dict[str, Any]:
        """The cell's entry under `metadata.nbgrader`."""
        told: dict[str, Any] = {
            "schema_version": 3,
            "grade": self.grade,
            "solution": self.solution,
            "locked": self.locked,
            "task": self.task,
            "grade_id": self.name,
            "cell_type": self.cell_type,
        }
        if self.checksum:
            told["checksum"] = self.checksum
        if self.points is not None:
            told["points"] = self.points
        return told


def blueprint(gradebook: Gradebook, assignment: str, notebook: str, masters: Sequence[Path]) -> tuple[KnownCell, ...]:
    """The known cells of a notebook, in the order of the first of `masters` that exists (release/, then source/)."""
    entry: Any = gradebook.find_notebook(notebook, assignment)
    points: dict[str, float] = {cell.name: float(cell.max_score) for cell in (*entry.grade_cells, *entry.task_cells)}
    grades, solutions, tasks = (
        {cell.name for cell in cells} for cells in (entry.grade_cells, entry.solution_cells, entry.task_cells)
    )
    tags = _tags(masters)
    order = {name: place for place, name in enumerate(tags)}
    cells = [
        KnownCell(
            name=cell.name,
            cell_type=cell.cell_type,
            source=cell.source or "",
            checksum=cell.checksum,
            locked=bool(cell.locked),
            grade=cell.name in grades,
            solution=cell.name in solutions,
            task=cell.name in tasks,
            points=points.get(cell.name),
            tags=tags.get(cell.name, ()),
        )
        for cell in entry.source_cells
    ]
    return tuple(sorted(cells, key=lambda cell: order.get(cell.name, len(order))))


def _tags(masters: Sequence[Path]) -> dict[str, tuple[str, ...]]:
    """The tags of each cell that has a name, in the notebook's order."""
    for path in masters:
        if path.is_file():
            cells: list[Any] = nbformat.read(path, as_version=4).cells
            named = [cell for cell in cells if cell.metadata.get("nbgrader", {}).get("grade_id")]
            return {cell.metadata.nbgrader.grade_id: tuple(cell.metadata.get("tags", ())) for cell in named}
    return {}
