"""Why a submission was not graded: one small file each in the course's folder `.grading/`, gone when it is graded.

.grading/02_entropy/felix.json      {"student": ..., "assignment": ..., "reason": ..., "tries": 1}
"""

from __future__ import annotations

import json
import os
from pathlib import Path

FOLDER = ".grading"


def note(root: Path, assignment: str, student: str, reason: str, tries: int = 1) -> None:
    """Writes down why a submission has no grade, in place of what was noted of it before."""
    path = _path(root, assignment, student)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    told = {"student": student, "assignment": assignment, "reason": reason, "tries": tries}
    draft.write_text(json.dumps(told) + "\n")
    os.replace(draft, path)


def forget(root: Path, assignment: str, student: str) -> None:
    """Takes the note away: the submission is graded."""
    _path(root, assignment, student).unlink(missing_ok=True)


def noted(root: Path, assignment: str) -> dict[str, str]:
    """The reason of each submission to `assignment` that has no grade, by student."""
    files = sorted((root / FOLDER / assignment).glob("*.json"))
    return {file.stem: str(json.loads(file.read_text())["reason"]) for file in files}


def _path(root: Path, assignment: str, student: str) -> Path:
    return root / FOLDER / assignment / f"{student}.json"
