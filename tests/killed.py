"""A class graded while somebody kills: `python -m tests.killed --times 50`.

Each round grades the same small class from nothing and kills one process, with SIGKILL and at a random moment: the
grader, a worker, the process that workers are forked from, the warm process, or the scheduler of a cluster that runs by
itself; or all of them hear Ctrl-C. Then the same command is given again until it ends well. At the end the gradebook
must hold the very rows of an undisturbed run, every notebook its verdicts, and nothing may be noted as not graded.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from pathlib import Path

import psutil

from autograder.grading.ungraded import noted
from tests.course import Course, verdicts
from tests.sample_class import Sample

ASSIGNMENT = "01_errors_and_softmax"
VICTIMS = ("grader", "grader", "worker", "worker", "forkserver", "zygote", "scheduler", "ctrl-c")
ROWS = """
    SELECT student.id, base_cell.name, grade.auto_score, grade.manual_score, grade.extra_credit,
           grade.needs_manual_grade
    FROM grade JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id
    JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id
    JOIN student ON submitted_assignment.student_id = student.id
    JOIN base_cell ON grade.cell_id = base_cell.id ORDER BY 1, 2
"""


class Ground:
    """A course with a class that has handed in, to which everything goes back before each round."""

    def __init__(self, folder: Path, students: int = 4) -> None:
        self.course = Course.founded(folder / "course")
        self.course.nbgrader("generate_assignment", ASSIGNMENT)
        for number in range(students):
            sample = Sample(f"student-{number}", ASSIGNMENT, "", 0, untouched=number % 4 == 3)
            place = self.course.root / "submitted" / sample.student / ASSIGNMENT
            place.mkdir(parents=True)
            (place / f"{ASSIGNMENT}.ipynb").write_text(sample.notebook(self.course))
        (self.course.root / ".course_secret").write_text("5e" * 32)
        self._clean = folder / "clean.db"
        shutil.copy(self.course.root / "gradebook.db", self._clean)
        self.runtime = Path(tempfile.mkdtemp(prefix="kt-"))  # a warm process of its own: nobody else's is killed
        self.environment = {**os.environ, "XDG_RUNTIME_DIR": str(self.runtime), "JUPYTER_PREFER_ENV_PATH": "1"}
        self.environment |= {name: str(folder) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")}

    def reset(self) -> None:
        """As if nothing had been graded."""
        for name in ("autograded", ".grading"):
            shutil.rmtree(self.course.root / name, ignore_errors=True)
        for path in self.course.root.glob("gradebook.db*"):
            path.unlink()
        shutil.copy(self._clean, self.course.root / "gradebook.db")

    def autograde(self, *, before: Sequence[str] = (), **more: str) -> subprocess.Popen[str]:
        """The command, under way; `before` it stands what runs it elsewhere."""
        command = [*before, str(Path(sys.executable).with_name("nbgrader")), "autograde", ASSIGNMENT]
        out = subprocess.PIPE
        environment = {**self.environment, **more}
        return subprocess.Popen(
            command, cwd=self.course.root, env=environment, stdout=out, stderr=out, text=True, start_new_session=True
        )

    def wait_for_the_first(self, grader: subprocess.Popen[str]) -> None:
        """Comes back when a submission is saved, or the command has ended."""
        students = len(list((self.course.root / "submitted").iterdir()))
        begun = False
        while grader.poll() is None:
            notes = len(noted(self.course.root, ASSIGNMENT))
            begun = begun or notes == students
            if begun and notes < students:
                return
            time.sleep(0.02)

    def rows(self) -> list[tuple[object, ...]]:
        """Every score in the gradebook."""
        with contextlib.closing(sqlite3.connect(self.course.root / "gradebook.db")) as book:
            return book.execute(ROWS).fetchall()

    def whole(self) -> list[str]:
        """What is missing of a class that is graded; empty where nothing is."""
        missing = [f"noted: {student}, {reason}" for student, reason in noted(self.course.root, ASSIGNMENT).items()]
        for place in (self.course.root / "submitted").iterdir():
            graded = self.course.graded(place.name, ASSIGNMENT)
            if graded is None or not all(len(told) == 1 for told in verdicts(graded).values()):
                missing.append(f"{place.name} has no notebook with its verdicts")
        return missing

    def victim(self, kind: str, grader: int) -> psutil.Process | None:
        """A process of that kind, if there is one at the moment."""
        with contextlib.suppress(psutil.Error):
            if kind == "grader":
                return psutil.Process(grader)
            if kind == "zygote":
                ours = (one for one in psutil.process_iter() if str(self.runtime) in " ".join(_words(one)))
                return next(ours, None)
            forkers = [one for one in psutil.Process(grader).children() if "forkserver" in " ".join(_words(one))]
            if kind == "forkserver":
                return forkers[0] if forkers else None
            return random.choice([worker for one in forkers for worker in one.children()] or [None])
        return None

    def close(self) -> None:
        """Ends the warm process."""
        zygote = self.victim("zygote", 0)
        if zygote is not None:
            zygote.kill()
        shutil.rmtree(self.runtime, ignore_errors=True)


def _words(process: psutil.Process) -> list[str]:
    with contextlib.suppress(psutil.Error):
        return process.cmdline()
    return []


@contextlib.contextmanager
def cluster(ground: Ground, folder: Path) -> Generator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler and a worker that somebody runs: the address, and the scheduler's process."""
    told = folder / "scheduler.json"
    told.unlink(missing_ok=True)
    quiet = {"env": ground.environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    where = ["--scheduler-file", str(told)]
    dask = [sys.executable, "-m", "dask"]
    scheduler = subprocess.Popen(
        [*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", *where], **quiet
    )
    preload = ["--preload", "autograder.grading.worker", "--nthreads", "1", "--no-dashboard"]
    worker = subprocess.Popen(
        [*dask, "worker", *preload, *where, "--local-directory", str(folder)], start_new_session=True, **quiet
    )
    try:
        while not told.exists() or not told.read_text().strip().endswith("}"):
            time.sleep(0.05)
        yield told.read_text().split('"address": "')[1].split('"')[0], scheduler
    finally:
        scheduler.kill()
        scheduler.wait()
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


def play(ground: Ground, folder: Path, kind: str, after_s: float | None = None) -> tuple[int, str]:
    """How often the command had to be given after a process of that `kind` was killed, and what it said.

    It is killed after so many seconds, or, where none are given, as soon as the first submission is saved.
    """
    ground.reset()
    with contextlib.ExitStack() as stack:
        more, scheduler = {}, None
        if kind == "scheduler":
            more["DASK_SCHEDULER_ADDRESS"], scheduler = stack.enter_context(cluster(ground, folder))
        grader = ground.autograde(**more)
        with contextlib.suppress(subprocess.TimeoutExpired):
            if after_s is None:
                ground.wait_for_the_first(grader)
            else:
                grader.wait(after_s)
        if kind == "ctrl-c":
            with contextlib.suppress(ProcessLookupError):
                os.killpg(grader.pid, signal.SIGINT)
        victim = psutil.Process(scheduler.pid) if scheduler else ground.victim(kind, grader.pid)
        if victim is not None:
            with contextlib.suppress(psutil.Error):
                victim.kill()
        told = "".join(grader.communicate())
    times, code = 1, grader.returncode
    while code and times < 4:
        again = ground.autograde()
        told += "".join(again.communicate())
        times, code = times + 1, again.returncode
    return times if not code else 99, told


def main() -> int:
    """The log, a line a round; 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=None)
    asked = parser.parse_args()
    random.seed(asked.seed)
    lost = 0
    with tempfile.TemporaryDirectory() as name:
        ground = Ground(Path(name))
        try:
            ground.reset()
            begun = time.monotonic()
            told = "".join(ground.autograde().communicate())
            takes_s = time.monotonic() - begun
            undisturbed = ground.rows()
            print(f"undisturbed: {takes_s:.1f} s, {len(undisturbed)} rows, missing {ground.whole()}", flush=True)
            for number in range(1, asked.times + 1):
                kind, after_s = random.choice(VICTIMS), random.uniform(0, takes_s)
                times, told = play(ground, Path(name), kind, after_s)
                wrong = ground.whole() + ([] if ground.rows() == undisturbed else ["other scores"])
                wrong += ["never ended well"] if times == 99 else []
                lost += bool(wrong)
                print(
                    f"{number:3} {kind:10} after {after_s:5.1f} s: {times} times, {'; '.join(wrong) or 'all there'}",
                    flush=True,
                )
                if wrong:
                    print(told, flush=True)
        finally:
            ground.close()
    print(f"{asked.times} kills, {lost} of them lost something")
    return bool(lost)


if __name__ == "__main__":
    sys.exit(main())
