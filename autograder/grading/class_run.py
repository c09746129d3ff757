"""A whole class, graded by one run of `nbgrader autograde`: what happens before its loop, around it and after it.

nbgrader has hooks for a submission, none for a run. The exporter is made once a run, just before the loop, so it puts
a `ClassRun` around the converter's `convert_notebooks`. The run holds the course alone, notes every submission as not
graded until it is saved, removes what a killed run left half done, starts workers, and tells how it goes.

Killed at any moment, the same command goes on where it stopped: the note of a submission goes when all of it is saved,
and what has a note is graded again from its beginning.
"""

from __future__ import annotations

import contextlib
import shutil
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import dask.config
import nbformat
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from nbgrader.converters.base import NbGraderException  # pyright: ignore[reportMissingTypeStubs]  # it has none
from nbgrader.utils import remove, rmtree  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]
from sqlalchemy.exc import OperationalError, SAWarning

from autograder.grading import ungraded
from autograder.grading.ahead import Ahead, Submission, graded_folder, is_due, submissions
from autograder.grading.blocked import blocked, short_of_space
from autograder.grading.form import schemas_looked_at_once
from autograder.grading.gradebook import not_opened, opened_once
from autograder.grading.handed_in import asked_for, lacks, without_notebooks
from autograder.grading.lock import Held, held
from autograder.grading.progress import Progress
from autograder.grading.task import Outcome, Task
from autograder.grading.told import SEE_ABOVE, Told
from autograder.grading.workers import Here, NotBegun, Stopped, Workers
from autograder.kernels import rendezvous
from autograder.kernels.provisioner import WarmProvisioner

STEPS = ("init_destination", "init_assignment", "convert_single_notebook", "set_permissions")  # of nbgrader's loop
NOT_DONE = "grading did not come to its end"


class ClassRun:
    """One run over one or many submissions, in the place of the converter's own loop, which it calls."""

    def __init__(self, converter: Any, workers: int = 0) -> None:
        """`workers`: processes that grade side by side on this machine; 0 is one a core."""
        self._converter, self._workers = converter, workers
        self._root = Path(converter.coursedir.root)
        self._loop, self._hook = converter.convert_notebooks, converter.post_convert_hook
        self._ahead: Ahead | None = None
        self._progress = Progress(converter.log, 0)
        self._told = Told()
        self._lacking: dict[tuple[str, str], str] = {}  # by assignment and student, where there is nothing to grade
        converter.convert_notebooks = self.convert
        for step in STEPS:
            setattr(converter, step, self._stopping(getattr(converter, step)))
        converter.init_assignment = self._beginning(converter.init_assignment)
        converter.post_convert_hook = self._saved

    def convert(self) -> None:
        """Grades what is to be graded.

        Raises:
            NbGraderException: as nbgrader does where a submission failed, where another run holds the course, where the
                disk is full or the gradebook locked, and after Ctrl-C.
        """
        try:
            with held(self._root), opened_once(), schemas_looked_at_once(), warnings.catch_warnings():
                warnings.simplefilter("ignore", SAWarning)  # nbgrader's own code, at each new submission
                self._convert()
        except NbGraderException as error:
            if str(error).startswith(SEE_ABOVE) and self._told.everything:
                raise NbGraderException(self._progress.summary()) from None
            raise
        except (Exception, Stopped, KeyboardInterrupt) as error:
            told = "Stopped by Ctrl-C." if isinstance(error, KeyboardInterrupt) else blocked(error, self._root)
            if told is None and not isinstance(error, (Held, Stopped, OperationalError)):
                raise
            told = told or (not_opened(error) if isinstance(error, OperationalError) else str(error))
            if not isinstance(error, Held | NotBegun):
                told += " What is graded is saved; the same command grades the rest."
            self._converter.log.error(told)
            raise NbGraderException(told) from None

    def sanitized(self, filename: str) -> tuple[str, Any] | None:
        """The sanitized notebook of that file, if it was made ready."""
        return self._ahead.sanitized(filename) if self._ahead else None

    def outcome(self, referee: Any, task: Task, notebook: str) -> Outcome:
        """What comes of a task, wherever it is graded."""
        if self._ahead is None:
            return Here().submit(task).outcome()
        outcome = self._ahead.outcome(referee, task, notebook)
        told = outcome.failure if outcome.refused else short_of_space(outcome.failure, self._root)
        if told:
            raise Stopped(told)
        self._progress.count(_kinds(outcome))
        return outcome

    def failed(self, student: str, reason: str, known: Exception | None = None) -> None:
        """Hears that a submission has no grade. `known` is the error where the reason says all that there is to say."""
        self._progress.failed(student, reason)
        if known is not None:
            self._told.tell(student, known)

    def _convert(self) -> None:
        converter = self._converter
        _repair(converter, self._root)
        todo = [one for one in submissions(converter) if is_due(converter, one)]
        pool = self._pool(sum(len(one.notebooks) for one in todo))
        try:
            self._note(todo)
            self._progress = Progress(converter.log, len(todo))
            with self._told.on(converter.log), self._progress:
                self._ahead = Ahead(converter, converter.exporter.reader(), todo, pool)
                self._loop()
        finally:
            self._ahead = None
            pool.close()

    def _pool(self, notebooks: int) -> Workers | Here:
        """Who grades so many notebooks. One is not worth starting workers, but goes to a cluster that is named."""
        if notebooks > 1 or (notebooks and dask.config.get("scheduler-address", None)):
            return Workers(self._workers, self._converter.log, partial(_warm_up, self._converter.config))
        return Here()

    def _note(self, todo: Iterable[Submission]) -> None:
        """Notes each submission as not graded, for the time until it is, or for what it lacks."""
        converter = self._converter
        asked: dict[str, list[str]] = {}
        for one in todo:
            if one.assignment not in asked:
                asked[one.assignment] = asked_for(converter, one.assignment)
            names = asked[one.assignment]
            missing = lacks(names, one.notebooks)
            ungraded.note(self._root, one.assignment, one.student, missing or NOT_DONE)
            if missing and not {Path(path).stem for path in one.notebooks} & {*names}:
                self._lacking[one.assignment, one.student] = missing
        for assignment, student in without_notebooks(converter):
            ungraded.note(self._root, assignment, student, lacks(asked_for(converter, assignment), ()))

    def _stopping(self, step: Callable[..., Any]) -> Callable[..., Any]:
        """A step of nbgrader's loop which ends the run where the next submission could do no better."""

        def stopping(*arguments: Any) -> Any:
            try:
                return step(*arguments)
            except Exception as error:
                told = blocked(error, self._root)
                if told is None:
                    raise
                raise Stopped(told) from error

        return stopping

    def _beginning(self, step: Callable[..., Any]) -> Callable[..., Any]:
        """The step of nbgrader at the beginning of a submission, which tells in a line why that cannot begin."""

        def beginning(assignment: str, student: str) -> Any:
            missing = self._lacking.get((assignment, student))
            try:
                with self._told.silence() if missing else contextlib.nullcontext():
                    return step(assignment, student)
            except NbGraderException as error:
                if missing:
                    self.failed(student, missing, error)
                raise
            except shutil.SpecialFileError as error:  # `plugin.begin` has noted which file
                self.failed(student, ungraded.noted(self._root, assignment).get(student, str(error)), error)
                raise

        return beginning

    def _saved(self, **told: Any) -> None:
        """The hook after each submission: all of it is saved."""
        for folder in {Path(notebook).parent for notebook in told["notebooks"]}:
            ungraded.forget(self._root, folder.name, folder.parent.name)
            self._progress.graded()
        if self._hook is not None:
            self._hook(**told)


def _warm_up(config: Any) -> None:
    """Starts the warm process where there is none; what is wrong with it, the first kernel says that is asked for."""
    with contextlib.suppress(Exception):
        manager = KernelManager(kernel_name=str(config.Execute.kernel_name), config=config)
        factory = KernelProvisionerFactory.instance(parent=manager)
        chosen = factory.create_provisioner_instance("warm-up", manager.kernel_spec, parent=manager)
        if isinstance(chosen, WarmProvisioner):
            rendezvous.meet(chosen.preload, chosen.idle_s).close()


def _repair(converter: Any, root: Path) -> None:
    """Removes what a run that was killed left in autograded/, so that nbgrader does not take it for graded."""
    for one in submissions(converter):
        folder = graded_folder(converter, one)
        if folder.exists() and one.student in ungraded.noted(root, one.assignment):
            converter.log.warning("Grading of %s had not come to its end, and begins again", one.student)
            if converter.coursedir.notebook_id == "*":
                rmtree(str(folder))
                continue
            for path in (folder / Path(notebook).name for notebook in one.notebooks):
                if path.exists():
                    remove(str(path))


def _kinds(outcome: Outcome) -> Counter[str]:
    """What is worth telling of an outcome, in one word each."""
    kinds: Counter[str] = Counter()
    if outcome.notebook is not None:
        told: Any = nbformat.reads(outcome.notebook, as_version=4).metadata.get("autograder", {})
        kinds.update({str(event["kind"]) for event in told.get("events", [])} & {"timeout", "memory", "died"})
        kinds["unprotected"] += not told.get("protected", True)
    kinds["retried"] += outcome.tries > 1
    return kinds
