"""One notebook, graded: `grade(task)` runs its cells in a kernel and judges its check cells here, outside.

Cells run from top to bottom. A cell that takes too long is interrupted; where that does not help, its kernel is ended.
After a kernel has died, for whatever reason, a fresh one runs the earlier cells again, without the one that killed it,
and the rest goes on; checks that had passed are not asked again. So it goes, too, where a check gets no answer from a
kernel that lives on after its memory or its time was used up: it is asked once more in a fresh one. What the sandbox
itself did wrong is not the student's: then all is tried again, and given up with a reason after three times.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import time
from pathlib import Path
from typing import Any, cast

import nbformat
from nbformat import NotebookNode

from autograder.grading import beside, checks, outputs
from autograder.grading.kernel import Ended, Kernel, Message, SandboxFailed, Take
from autograder.grading.task import Event, Outcome, Task
from autograder.judges.finding import Check, Finding, Verdict
from autograder.kernels.leftovers import notebook_folder
from autograder.kernels.provisioner import Unprotected

TRIES = 3
SETTLING_S = 0.25  # what a cell that is run again has for ending its kernel after it has ended itself
RESTARTS = 6  # fresh kernels for one notebook; one that kills more is not run to its end


def grade(task: Task) -> Outcome:
    """What comes of `task`; raises nothing for anything that a student or a kernel does."""
    reason = ""
    for attempt in range(1, TRIES + 1):
        try:
            return _in_own_thread(task, attempt)
        except Unprotected as refused:
            return Outcome(task.student, task.assignment, None, str(refused), refused=True, tries=attempt)
        except SandboxFailed as failed:
            reason = str(failed)
        except Exception as error:  # of ours, then: this submission waits for a person, and the class goes on
            return Outcome(task.student, task.assignment, None, f"the grader failed: {error!r}"[:1000], attempt)
    return Outcome(task.student, task.assignment, None, f"the sandbox failed {TRIES} times: {reason}", TRIES)


def _in_own_thread(task: Task, attempt: int) -> Outcome:
    """Runs the notebook in a thread with an event loop of its own: formgrader and dask have one in theirs."""
    loop = asyncio.new_event_loop()
    with (
        notebook_folder() as folder,
        concurrent.futures.ThreadPoolExecutor(1) as thread,
    ):
        running = loop.create_task(Run(task, folder, attempt).outcome())
        try:
            return thread.submit(loop.run_until_complete, running).result()
        except BaseException:  # Ctrl-C: the kernel must not outlive the grader
            loop.call_soon_threadsafe(running.cancel)
            raise
        finally:
            thread.shutdown()
            loop.close()


class Run:
    """One run of a notebook: its kernel, its clock, and what has happened so far."""

    def __init__(self, task: Task, folder: Path, attempt: int) -> None:
        self._task, self._folder, self._attempt = task, folder, attempt
        self._notebook = cast("NotebookNode", nbformat.reads(task.notebook, as_version=4))
        self._recorder = outputs.Recorder(self._notebook, task.limits.output_per_cell_mib)
        self._kernel: Kernel | None = None
        self._started = time.monotonic()
        self._deadline = self._started + task.limits.wall_per_notebook_s
        self._kernels = 0
        self._last: checks.Question | None = None  # the check that was answered last, with no other cell since
        self._asked: checks.Question | None = None  # the check that was asked last
        self._unwell = False  # this kernel's memory or time was used up before
        self._done: list[int] = []  # the cells that a fresh kernel runs again
        self._events: list[Event] = []
        self._unprotected: list[str] = []
        self._protected = True
        self._cpu_s, self._memory_mib = 0.0, 0.0

    async def outcome(self) -> Outcome:
        """The finished notebook, after every cell had its turn."""
        task = self._task
        beside.lay_out(self._folder, task.files)
        try:
            for index, cell in enumerate(self._notebook.cells):
                if cell.cell_type == "code":
                    await self._cell(index, cell)
        finally:
            await self._end_kernel()
        self._recorder.finish()
        files, left_out = beside.left_behind(self._folder, task.files)
        if left_out:
            self._events.append({"kind": "files", "cell": None, "text": f"{left_out} new files were not kept"})
        self._put_in_form()
        return Outcome(task.student, task.assignment, nbformat.writes(self._notebook), "", self._attempt, files)

    async def _cell(self, index: int, cell: NotebookNode) -> None:
        asked = checks.check_in(cell)
        if asked is not None:
            cell.execution_count = None
            checks.write(cell, await self._check(index, cell, asked))
            return
        record = cell.metadata.get("nbgrader", {})
        if record.get("grade") and not record.get("solution"):
            self._unprotected.append(record["grade_id"])
        self._recorder.begin(cell, index)
        if not cell.source.strip():
            return
        self._last = None
        ended = await self._run(index, cell.source, self._recorder.take)
        if ended is not None and ended.how == "timeout" and self._unwell and self._kernels <= RESTARTS:
            await self._end_kernel()  # an earlier cell's flood may be why
            self._recorder.begin(cell, index)
            ended = await self._run(index, cell.source, self._recorder.take)
        if ended is None:
            told = "This cell was not run: the notebook had used up its time, or its kernels."
            cell.outputs.append(outputs.error("NotRun", told, [told]))
            return
        self._record(index, cell, ended)
        starved = ended.error is not None and ended.error.get("ename") == "MemoryError"
        if ended.how == "done" and (self._unwell or not starved):
            self._done.append(index)
        self._unwell = self._unwell or starved or ended.how != "done"

    async def _check(self, index: int, cell: NotebookNode, asked: Check) -> Verdict:
        question = self._question(asked)
        if self._last is not None and self._last.asks == question.asks:
            question.hear(self._last)
            return question.verdict()
        ended = await self._run(index, question.code, question.take, question.challenge)
        if ended is not None and self._may_be_starved(question, ended):
            await self._end_kernel()
            question = self._question(asked)
            ended = await self._run(index, question.code, question.take, question.challenge)
        if ended is None:
            late = time.monotonic() > self._deadline
            told = f"The notebook had used up its {'time' if late else 'kernels'} before this check was asked."
            hint = "Which cell takes so long?" if late else "Which cells end Python, or make it crash?"
            return checks.lost(asked, Finding("error.timeout" if late else "error.died", told, hint))
        if ended.how == "done" or (ended.how in ("timeout", "flood") and question.answered):
            if question.answered:
                self._last = question
            verdict = question.verdict(ended.error)
            self._unwell = self._unwell or ended.how != "done" or verdict.mistake == "error.memory"
            return verdict
        self._unwell = True
        self._tell_end(index, ended)
        ended_by = self._kernel.ended_by if self._kernel else None
        return checks.lost(asked, checks.ended(asked, ended.how, ended_by, self._task.limits.wall_per_cell_s))

    def _may_be_starved(self, question: checks.Question, ended: Ended) -> bool:
        """Whether the kernel's earlier trouble may be why no answer came, or one short of memory or time."""
        if not self._unwell or self._kernels > RESTARTS:
            return False
        return not question.answered or question.verdict(ended.error).mistake in ("error.memory", "error.timeout")

    def _question(self, asked: Check) -> checks.Question:
        self._asked = checks.Question(asked, self._task.secret, self._task.student, self._asked)
        return self._asked

    async def _run(self, index: int, code: str, take: Take, data: bytes = b"") -> Ended | None:
        """How `code` ended, in a kernel that had run the earlier cells; None where there is no time or kernel left.

        Where a kernel died and was not heard to have begun with `code`, the cell before may have killed it: once more.
        """
        for once_more in (True, False):
            kernel = await self._ready_kernel()
            if kernel is None:
                return None
            ended = await kernel.run(code, self._seconds(), take, data)
            if ended.begun or not once_more:
                return ended
        return None

    def _record(self, index: int, cell: NotebookNode, ended: Ended) -> None:
        """Writes under a student's cell how it ended, where it did not end well."""
        assert self._kernel is not None
        outputs.put_in_form(cell)
        if self._recorder.over:
            limit = self._task.limits.output_per_cell_mib
            self._tell("output", index, f"more than {limit:g} MiB of output; the rest is left out")
            cell.outputs.append(nbformat.v4.new_output("stream", name="stdout", text=f"... over {limit:g} MiB ...\n"))
        if ended.how == "timeout":
            cell.outputs.append(outputs.error("CellTimeoutError", "", [outputs.TIMED_OUT]))
        elif ended.how == "died":
            reason = self._kernel.ended_by or "no reason known"
            cell.outputs.append(outputs.error("DeadKernelError", "Kernel died", [f"Kernel died: {reason}"]))
        elif ended.error is not None and not any(
            output.output_type == "error" and output.ename == ended.error.get("ename") for output in cell.outputs
        ):  # as nbgrader does: what the cell raised, though nothing was shown
            cell.outputs.append(self._recorder.error_in(ended.error))
        if ended.how != "done":
            self._tell_end(index, ended)

    def _tell_end(self, index: int, ended: Ended) -> None:
        assert self._kernel is not None
        if ended.how == "timeout":
            limit = self._task.limits.wall_per_cell_s
            self._tell("timeout", index, f"over {limit:g} s" + ("" if self._kernel.alive else ", and the kernel ended"))
        elif ended.how == "flood":
            self._tell("output", index, "a flood of output, which was stopped")
        else:
            reason = self._kernel.ended_by
            kind = reason if reason in ("memory", "scratch") else "died"
            self._tell(kind, index, f"Kernel died: {reason}" if reason else "Kernel died")

    def _tell(self, kind: str, index: int, text: str) -> None:
        self._events.append({"kind": kind, "cell": self._named(index), "text": text})

    def _named(self, index: int) -> str | int:
        """A cell's name for nbgrader, or its number."""
        return self._notebook.cells[index].metadata.get("nbgrader", {}).get("grade_id") or index

    def _seconds(self) -> float:
        return min(self._task.limits.wall_per_cell_s, max(self._deadline - time.monotonic(), 0.1))

    async def _ready_kernel(self) -> Kernel | None:
        """The kernel for the next cell; a fresh one where the last died; None where the notebook has had its share."""
        while self._kernel is None or not self._kernel.alive:
            if self._kernel is not None and self._kernels > RESTARTS:
                return None
            await self._fresh_kernel()
            await self._run_again()
        return None if time.monotonic() > self._deadline else self._kernel

    async def _run_again(self) -> None:
        """Runs the earlier cells in a fresh kernel; one that ends it now is left out from then on."""
        assert self._kernel is not None
        for index in list(self._done):
            if time.monotonic() > self._deadline:
                return
            await self._kernel.run(self._notebook.cells[index].source, self._seconds(), _forget)
            if not await self._kernel.survives(SETTLING_S):
                self._done.remove(index)
                self._tell_end(index, Ended("died"))
                return

    async def _fresh_kernel(self) -> None:
        await self._end_kernel()
        self._kernels, self._unwell = self._kernels + 1, False
        asked = time.monotonic()
        self._kernel = await Kernel(self._task.kernel, str(self._folder), _settings(self._task)).__aenter__()
        self._deadline += time.monotonic() - asked  # waiting for a machine is not the student's time
        self._protected = self._protected and self._kernel.protected
        self._recorder.talk_to(self._kernel.client)

    async def _end_kernel(self) -> None:
        """Ends the kernel and adds up what it used. Raises SandboxFailed where the sandbox was at fault."""
        if self._kernel is None:
            return
        kernel, self._kernel = self._kernel, None
        reason = kernel.ended_by or ""
        await kernel.stop()
        usage = kernel.usage
        self._cpu_s += usage.get("cpu_s", 0.0)
        self._memory_mib = max(self._memory_mib, usage.get("memory_mib", 0.0))
        if reason.startswith("sandbox"):
            raise SandboxFailed(reason)

    def _put_in_form(self) -> None:
        for cell in self._notebook.cells:
            if cell.cell_type == "code":
                outputs.put_in_form(cell)
                if cell.metadata.get("nbgrader", {}).get("grade"):
                    checks.put_score_in_bounds(cell, float(cell.metadata.nbgrader.points))
        earlier: Any = self._notebook.metadata.get("autograder")
        if self._attempt > 1:
            self._events.append({"kind": "retried", "cell": None, "text": "the sandbox had failed before"})
        self._notebook.metadata["autograder"] = {
            "version": 1,
            "wall_s": round(time.monotonic() - self._started, 3),
            "cpu_s": round(self._cpu_s, 3),
            "memory_mib": round(self._memory_mib, 1),
            "tries": self._attempt,
            "protected": self._protected,
            "unprotected_checks": self._unprotected,
            "events": [*(earlier or {}).get("events", []), *self._events],
        }


def _forget(_message: Message) -> None:
    """Takes what cells say that are run again."""


def _settings(task: Task) -> dict[str, Any]:
    """The settings of the course's own provisioner: the course's, and the limits of this task."""
    limits = task.limits
    return {
        **task.provisioner,
        "memory_mib": limits.memory_mib,
        "processes": limits.processes,
        "scratch_mib": limits.scratch_mib,
    }
