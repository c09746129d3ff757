"""What nbgrader calls, by three lines of nbgrader_config.py: its own commands and buttons, with our grader underneath.

    SubmissionExporter   reads what was handed in, whatever it is, and notes why a submission has no grade
    Restore              first of the sanitizing steps: cells as the gradebook knows them
    Referee              in the place of Execute: runs and judges the notebook

Everything else, from collecting to feedback, is nbgrader's, with its own steps around these.
"""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.api import Gradebook  # pyright: ignore[reportMissingTypeStubs]  # it has none
from nbgrader.preprocessors import (  # pyright: ignore[reportMissingTypeStubs]  # it has none
    Execute,
    NbGraderPreprocessor,
)
from traitlets import Float, Integer

from autograder.grading import beside, checks, ungraded
from autograder.grading.blueprint import KnownCell, blueprint
from autograder.grading.class_run import ClassRun
from autograder.grading.restore import Unreadable, readable, restore
from autograder.grading.secret import course_secret, submission_secret
from autograder.grading.task import Outcome, Task
from autograder.judges.decide import no_verdict
from autograder.kernels.limits import Limits

MIB = 1024 * 1024


class NotGraded(Exception):
    """The sandbox failed, not the student: the submission keeps what points it has, and a person should look."""

    def __init__(self, outcome: Outcome) -> None:
        self.tries = outcome.tries
        super().__init__(outcome.failure)


class SubmissionExporter(NotebookExporter):
    """nbgrader's exporter, which first makes a valid notebook of what was handed in.

    nbgrader uses one exporter for both of its steps: sanitizing reads from submitted/, grading from autograded/. It
    makes it once a run, just before its loop over the class: `run` is what we put around that.
    """

    workers = Integer(0, help="processes that grade side by side on this machine; 0: one a core").tag(config=True)
    notebook_mib = Integer(Limits.notebook_mib, help="MiB of a notebook's file; a larger one is not read").tag(
        config=True
    )

    run: ClassRun | None = None

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._begin()

    def _begin(self) -> None:
        self.run = ClassRun(self.parent, self.workers)

    def reader(self) -> AheadExporter:
        """An exporter that only sanitizes, and notes nothing: for submissions whose turn has not come."""
        converter: Any = self.parent
        reader = AheadExporter(parent=converter, config=self.config)
        for step in converter.sanitize_preprocessors:
            reader.register_preprocessor(step)
        return reader

    def from_filename(self, filename: str, resources: Any = None, **kw: Any) -> tuple[Any, Any]:
        """The notebook after all steps, as text; where that fails, the reason is noted and the failure goes on."""
        converter: Any = self.parent
        told = resources["nbgrader"]
        try:
            ready = self.run.sanitized(filename) if converter._sanitizing and self.run else None
            return ready or self._read(filename, resources, **kw)
        except BaseException as error:
            reason = str(error) or type(error).__name__
            ungraded.note(
                Path(converter.coursedir.root), told["assignment"], told["student"], reason, getattr(error, "tries", 1)
            )
            if self.run and isinstance(error, Exception):
                self.run.failed(told["student"], reason, error if isinstance(error, Unreadable | NotGraded) else None)
            raise

    def _read(self, filename: str, resources: Any, **kw: Any) -> tuple[Any, Any]:
        converter: Any = self.parent
        if converter._sanitizing:
            _look_at(Path(filename), self.notebook_mib)
        return super().from_filename(filename, resources, **kw)

    def from_file(self, file_stream: Any, resources: Any = None, **kw: Any) -> tuple[Any, Any]:
        """The notebook in an open file, after all steps."""
        converter: Any = self.parent
        if not converter._sanitizing:
            return super().from_file(file_stream, resources, **kw)
        try:
            text = file_stream.read()
        except UnicodeDecodeError:
            raise Unreadable("the notebook does not appear to be JSON: it is no text in UTF-8") from None
        return self.from_notebook_node(readable(text), resources, **kw)


class AheadExporter(SubmissionExporter):
    """Sanitizes a submission before its turn, whatever the converter is at."""

    def _begin(self) -> None:
        """It belongs to a run and is none."""

    def sanitized(self, filename: str) -> tuple[str, Any]:
        """The sanitized notebook, as text, and what nbgrader knows of it."""
        converter: Any = self.parent
        before, converter._sanitizing = converter._sanitizing, True
        try:
            return self._read(filename, converter.init_single_notebook_resources(filename))
        finally:
            converter._sanitizing = before


class Restore(NbGraderPreprocessor):
    """Makes the cells of a submission agree with the gradebook, before nbgrader's own steps look at them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._known: dict[tuple[str, str], tuple[KnownCell, ...]] = {}  # by assignment and notebook: asked once a run

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """The notebook with the instructor's checks, and with what had to be changed in `metadata.autograder`."""
        coursedir = _converter(self).coursedir
        told = resources["nbgrader"]
        which = told["assignment"], told["notebook"]
        if which not in self._known:
            masters = [
                Path(coursedir.format_path(folder, ".", told["assignment"])) / f"{told['notebook']}.ipynb"
                for folder in (coursedir.release_directory, coursedir.source_directory)
            ]
            with Gradebook(told["db_url"]) as gradebook:
                self._known[which] = blueprint(gradebook, *which, masters)
        events = restore(nb, self._known[which])
        for event in events:
            self.log.warning("Cell %.60r %s", event["cell"], event["text"])  # a name may be anything
        nb.metadata["autograder"] = {"version": 1, "events": events}
        return nb, resources


class Referee(Execute):
    """Runs a submission's notebook in a kernel of its own and judges its checks outside it.

    It takes Execute's place and its settings: `c.Execute.kernel_name` counts here too. The limits are its own.
    """

    wall_per_cell_s = Float(Limits.wall_per_cell_s, help="seconds for a cell").tag(config=True)
    wall_per_notebook_s = Float(Limits.wall_per_notebook_s, help="seconds for a notebook").tag(config=True)
    memory_mib = Integer(Limits.memory_mib, help="MiB of memory for a kernel and its children").tag(config=True)
    processes = Integer(Limits.processes, help="processes and threads").tag(config=True)
    scratch_mib = Integer(Limits.scratch_mib, help="MiB of files, those beside the notebook included").tag(config=True)
    output_per_cell_mib = Integer(Limits.output_per_cell_mib, help="MiB of output kept of a cell").tag(config=True)

    def __call__(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """The graded notebook. With --no-execute outputs stay as handed in, but for the checks: those earn nothing."""
        return super().__call__(nb, resources) if self.enabled else (_unasked(nb), resources)

    def preprocess(self, nb: NotebookNode, resources: Any = None, km: Any = None) -> tuple[NotebookNode, Any]:
        """The notebook as it was run and judged.

        Raises:
            NotGraded: the sandbox failed; nbgrader then goes on with the next submission.
        """
        told, place = resources["nbgrader"], resources["metadata"]
        coursedir = _converter(self).coursedir
        submitted = coursedir.format_path(coursedir.submitted_directory, told["student"], told["assignment"])
        folder = Path(place["path"])
        beside.remove_links(folder, Path(submitted))
        task = self.task(nb, resources, beside.files_in(folder, Path(submitted), self.scratch_mib))
        exporter: Any = self.parent
        outcome = exporter.run.outcome(self, task, place["name"])
        if outcome.notebook is None:
            raise NotGraded(outcome)
        beside.keep(folder, outcome.files)
        return nbformat.reads(outcome.notebook, as_version=4), resources

    def task(self, nb: NotebookNode, resources: Any, files: dict[str, bytes]) -> Task:
        """What is to be done for one notebook of one submission, as plain data that may go to another machine."""
        told = resources["nbgrader"]
        root = Path(_converter(self).coursedir.root)
        return Task(
            notebook=nbformat.writes(nb),
            assignment=told["assignment"],
            student=told["student"],
            secret=submission_secret(course_secret(root), told["assignment"], told["student"]),
            files=files,
            limits=Limits(**{name: getattr(self, name) for name in Limits.__dataclass_fields__ if hasattr(self, name)}),
            kernel=self.kernel_name or nb.metadata.get("kernelspec", {}).get("name", "python3"),
            provisioner=dict(self.config.WarmProvisioner),
        )


def begin(assignment: str, student: str, notebooks: list[str]) -> None:
    """The hook of nbgrader before each submission: notes what nbgrader may stumble over (`pre_convert_hook`)."""
    for notebook in notebooks:
        folder = Path(notebook).parent
        odd = [str(path.relative_to(folder)) for path in sorted(folder.rglob("*")) if not _plain(path)]
        if odd:
            reason = f"{', '.join(odd)}: neither a file nor a folder"
            ungraded.note(Path.cwd(), folder.name, folder.parent.name, reason)


def _converter(preprocessor: Any) -> Any:
    """The converter of nbgrader that a preprocessor works for: its exporter's parent."""
    return preprocessor.parent.parent


def _plain(path: Path) -> bool:
    mode = path.lstat().st_mode
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def _look_at(path: Path, most_mib: int) -> None:
    """Raises Unreadable where a path is not a file of acceptable size, itself and not by a link."""
    told = path.lstat()
    if not stat.S_ISREG(told.st_mode) or path.parent.is_symlink():
        raise Unreadable(f"{path.name} is not a file, but a link or something else")
    if told.st_size > most_mib * MIB:
        raise Unreadable(f"{path.name} has {told.st_size / MIB:.0f} MiB; at most {most_mib} are read")


def _unasked(nb: NotebookNode) -> NotebookNode:
    """The notebook with each check lost, because nothing was run."""
    for cell in nb.cells:
        asked = checks.check_in(cell)
        if asked is not None:
            checks.write(cell, checks.lost(asked, no_verdict("the notebook was not run")))
    return nb
