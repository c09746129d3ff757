"""What a folder of submitted/ lacks, seen before anything in it is read: the notebooks that the assignment asks for.

nbgrader passes over a folder without notebooks, and over a notebook of another name, and says so in its log only.
"""

from __future__ import annotations

import glob
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry  # pyright: ignore[reportMissingTypeStubs]  # it has none


def asked_for(converter: Any, assignment: str) -> list[str]:
    """The names of an assignment's notebooks, without their ending; none where the gradebook does not know it."""
    coursedir = converter.coursedir
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        try:
            return sorted(one.name for one in gradebook.find_assignment(assignment).notebooks)
        except MissingEntry:
            return []


def lacks(asked: Iterable[str], notebooks: Iterable[str]) -> str:
    """What is missing among the paths `notebooks`, in a sentence; empty where all that is asked for is there."""
    there = sorted(Path(path).name for path in notebooks)
    missing = [f"{name}.ipynb" for name in asked if f"{name}.ipynb" not in there]
    return f"{', '.join(missing)} was not handed in; there is {', '.join(there) or 'no notebook'}" if missing else ""


def without_notebooks(converter: Any) -> list[tuple[str, str]]:
    """`(assignment, student)` of each folder that nbgrader passes over, because it holds no notebook."""
    coursedir = converter.coursedir
    named = re.compile(converter._format_source("(?P<assignment_id>.*)", "(?P<student_id>.*)", escape=True))
    folders = glob.glob(converter._format_source(coursedir.assignment_id, coursedir.student_id))
    told = [named.match(folder) for folder in sorted({*folders} - {*converter.assignments})]
    return [(one["assignment_id"], one["student_id"]) for one in told if one is not None]
