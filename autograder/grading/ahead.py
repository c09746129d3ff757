"""Submissions made ready before nbgrader comes to them, so that workers have something to do while it saves.

nbgrader takes one submission after the other: copy, sanitize, grade, save. While it waits for one, the next ones are
read and sanitized here, by nbgrader's own steps, and sent out. When nbgrader comes to such a submission, it gets the
text that is ready, and asks for an outcome that may be there. What was sent is a guess of what nbgrader will ask; a
guess that proves wrong, because a file has changed, costs time and nothing else.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.utils import find_all_files  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

from autograder.grading import beside
from autograder.grading.task import Outcome, Task
from autograder.grading.workers import Graded, Here, Workers

MOST = 256  # sanitized or graded, and not yet saved
QUEUED = 2  # tasks for each worker, so that none waits while nbgrader saves


@dataclass(frozen=True)
class Submission:
    """One student's folder in submitted/, with the notebooks in it that are asked for."""

    folder: str
    assignment: str
    student: str
    notebooks: tuple[str, ...]


def submissions(converter: Any) -> list[Submission]:
    """What nbgrader looks at, in its order."""
    named = re.compile(converter._format_source("(?P<assignment_id>.*)", "(?P<student_id>.*)", escape=True))
    found: list[Submission] = []
    for folder in sorted(converter.assignments):
        told = named.match(folder)
        if told is not None:
            notebooks = tuple(sorted(converter.assignments[folder]))
            found.append(Submission(folder, told["assignment_id"], told["student_id"], notebooks))
    return found


def graded_folder(converter: Any, one: Submission) -> Path:
    """Where nbgrader puts what it graded of a submission."""
    return Path(os.path.normpath(converter._format_dest(one.assignment, one.student)))


def is_due(converter: Any, one: Submission) -> bool:
    """Whether nbgrader is about to grade it: it is not graded already, or handed in anew, or forced."""
    coursedir, graded = converter.coursedir, graded_folder(converter, one)
    if one.student in coursedir.student_id_exclude.split(","):
        return False
    whole = coursedir.notebook_id == "*"
    made = [graded] if whole else [graded / Path(notebook).name for notebook in one.notebooks]
    if converter.force or not all(path.exists() for path in made):
        return True
    handed_in, before = (coursedir.get_existing_timestamp(str(folder)) for folder in (one.folder, graded))
    return handed_in is not None and before is not None and handed_in > before


class Ahead:
    """The notebooks that are made ready, and the work that is under way on them."""

    def __init__(self, converter: Any, reader: Any, todo: Iterable[Submission], pool: Workers | Here) -> None:
        """`reader` is an exporter with the sanitizing steps."""
        self._converter, self._reader, self._pool = converter, reader, pool
        self._next: Iterator[tuple[Submission, str]] = ((one, path) for one in todo for path in one.notebooks)
        self._texts: dict[str, tuple[object, tuple[str, Any]]] = {}
        self._sent: dict[tuple[str, str, str], tuple[Task, Graded]] = {}
        self._workers = pool.workers
        self.surprises = 0  # notebooks that were not what had been sent

    def sanitized(self, filename: str) -> tuple[str, Any] | None:
        """What the sanitizing steps made of a file, if they have been and it has not changed since."""
        before, ready = self._texts.pop(filename, (None, None))
        return ready if ready is not None and before == _state(filename) else None

    def outcome(self, referee: Any, task: Task, notebook: str) -> Outcome:
        """What comes of a task; while that is awaited, the next ones are sent out."""
        sent, work = self._sent.pop((task.assignment, task.student, notebook), (None, None))
        if work is None or sent != task:
            self.surprises += sent is not None
            work = self._pool.submit(task)
        while len(self._sent) < MOST and (not work.done() or self._idle()):
            if not self._send_next(referee):
                break
        return work.outcome()

    def _idle(self) -> bool:
        """Whether a worker could soon be without work."""
        under_way = sum(not work.done() for _, work in self._sent.values())
        if under_way < QUEUED * self._workers:
            self._workers = self._pool.workers
        return under_way < QUEUED * self._workers

    def _send_next(self, referee: Any) -> bool:
        """Sanitizes the next notebook and sends it out; False where there is none."""
        one, path = next(self._next, (None, ""))
        if one is None:
            return False
        converter = self._converter
        try:
            before = _state(path)
            text, resources = self._reader.sanitized(path)
            place = {"name": Path(path).stem, "path": str(graded_folder(converter, one))}
            told = {"nbgrader": resources["nbgrader"], "metadata": place}
            task = referee.task(nbformat.reads(text, as_version=4), told, self._files(one, Path(path).name, referee))
        except Exception:  # nbgrader will come to it, stumble over the same, and say so
            return True
        self._texts[path] = (before, (text, resources))
        self._sent[one.assignment, one.student, Path(path).stem] = (task, self._pool.submit(task))
        return True

    def _files(self, one: Submission, notebook: str, referee: Any) -> dict[str, bytes]:
        """The files that nbgrader will put beside a notebook: the student's, and over them those of source/."""
        converter = self._converter
        coursedir = converter.coursedir
        source = coursedir.format_path(coursedir.source_directory, ".", one.assignment)
        own = {os.path.join(source, name) for name in converter.exclude_overwriting.get(one.assignment, [])}
        found: dict[str, Path] = {}
        for folder in (one.folder, source):
            for path in find_all_files(folder, [*coursedir.ignore, "*.ipynb"]):
                if path not in own or folder == one.folder:
                    found[os.path.relpath(path, folder)] = Path(path)
        return beside.contents(found, Path(one.folder), referee.scratch_mib)


def _state(path: str) -> object:
    """What changes when a file does."""
    told = os.lstat(path)
    return told.st_mtime_ns, told.st_size, told.st_ino
