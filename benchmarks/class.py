"""A class graded by this course's `nbgrader autograde` against stock: `python benchmarks/class.py`.

The class hands in assignment 08, honest solutions drawn from the bank. Both gradings are nbgrader's own command on
the same files; stock has nbgrader's default steps and the kernel python3. Stock takes about the same time for each
submission, one after the other, so a few are graded and the rest is reckoned from them, which the table says.

    --small 50 --large 500 --stock 4    sizes of the classes, and how many stock grades
    --workers 2                         processes that grade side by side
    --middle 150                        the class that is also graded by one worker, on one core

What is compared is measured before and after what it is compared with, and averaged: a machine's speed drifts.

"first" is when the first submission was saved, start-up being over; "one more" what each one of the second half of the
class took. "beyond the student" is what the whole machine computed for a submission (the command and all that it
started, in seconds of CPU) less what the student's own kernel did, start-up and all. "memory" is the most that the
command and its workers held.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests import bank
from tests.course import Course
from tests.sample_class import Sample

ASSIGNMENT = "08_mnist"
STOCK = """
from nbgrader.preprocessors import *
c = get_config()
c.CourseDirectory.course_id = "stock"
c.Execute.kernel_name = "python3"
c.Execute.iopub_timeout = 60
"""


@dataclass(frozen=True)
class Cost:
    """What grading a class took: seconds on the clock and of CPU, the students' own CPU, and MiB at the most.

    `first_s` is when the first submission was saved, `more_s` what each one of the second half of the class took.
    """

    students: int
    wall_s: float
    first_s: float
    more_s: float
    cpu_s: float
    own_s: float
    memory_mib: float

    @property
    def each_s(self) -> float:
        """Seconds on the clock for a submission."""
        return self.wall_s / self.students

    @property
    def beyond_s(self) -> float:
        """Seconds of CPU for a submission that are not the student's."""
        return (self.cpu_s - self.own_s) / self.students


def mean(costs: Sequence[Cost]) -> Cost:
    """The average of what one and the same class took several times."""
    students, *figures = (sum(figure) / len(costs) for figure in zip(*map(astuple, costs), strict=True))
    return Cost(round(students), *figures)


def found(root: Path, students: int) -> Course:
    """A course in which a class has handed in honest solutions."""
    course = Course.founded(root)
    course.nbgrader("generate_assignment", ASSIGNMENT)
    right: dict[str, list[str]] = {}
    for path in sorted((bank.ROOT / ASSIGNMENT).glob("*/right/*.py")):
        right.setdefault(path.parts[-3], []).append(f"right/{path.stem}")
    for number in range(students):
        chosen = {function: names[number % len(names)] for function, names in right.items()}
        sample = Sample(f"student-{number:04}", ASSIGNMENT, "", 0, bank=chosen)
        place = root / "submitted" / sample.student / ASSIGNMENT
        place.mkdir(parents=True)
        (place / f"{ASSIGNMENT}.ipynb").write_text(sample.notebook(course))
    return course


def stock(course: Course, students: int) -> Cost:
    """What nbgrader's own grading costs for the first few of the class."""
    root = course.root.with_name("stock")
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(course.root, root)
    (root / "nbgrader_config.py").write_text(STOCK)
    for place in sorted((root / "submitted").iterdir())[students:]:
        shutil.rmtree(place)
    return grade(Course(root), 0)


def grade(course: Course, workers: int, cores: int = 0) -> Cost:
    """What `nbgrader autograde` costs for the whole class, from nothing, on so many cores (0: all)."""
    shutil.rmtree(course.root / "autograded", ignore_errors=True)
    command = [str(Path(sys.executable).with_name("nbgrader")), "autograde", ASSIGNMENT]
    command += [f"--SubmissionExporter.workers={workers}"] if workers else []
    command = ["taskset", "--cpu-list", f"0-{cores - 1}", *command] if cores else command
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    runtime = tempfile.mkdtemp(prefix="bench-")  # a warm process of its own, whose start counts
    environment = {**os.environ, "PATH": path, "XDG_RUNTIME_DIR": runtime, "JUPYTER_PREFER_ENV_PATH": "1"}
    log = course.root.parent / "log.txt"
    begun, started = time.monotonic(), time.time()
    with log.open("w") as told:
        done = subprocess.Popen(command, cwd=course.root, env=environment, stdout=told, stderr=told)
        watch = Watch(done.pid, runtime)
        code = done.wait()
    wall_s = time.monotonic() - begun
    cpu_s, memory_mib = watch.stop()
    if code:
        raise SystemExit(f"{' '.join(command)} ended in {code}:\n{log.read_text()[-3000:]}")
    notebooks = list(course.root.glob("autograded/*/*/*.ipynb"))
    graded = [json.loads(path.read_text()) for path in notebooks]
    saved = sorted(path.stat().st_mtime - started for path in notebooks)
    second = saved[len(saved) // 2 :]
    own_s = sum(one["metadata"].get("autograder", {}).get("cpu_s", 0.0) for one in graded)
    shutil.rmtree(runtime, ignore_errors=True)
    more_s = (second[-1] - second[0]) / max(len(second) - 1, 1)
    return Cost(len(graded), wall_s, saved[0], more_s, cpu_s, own_s, memory_mib)


class Watch:
    """Looks at a command and what it started until it is stopped: twice a second, and every three at their memory.

    Memory is dear to look at: tens of milliseconds for each process, in which it cannot be forked.
    """

    def __init__(self, pid: int, runtime: str) -> None:
        self._pid, self._runtime = pid, runtime
        self._cpu: dict[tuple[int, float], float] = {}
        self._most = 0.0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def stop(self) -> tuple[float, float]:
        """Seconds of CPU, and the most MiB at one time. The warm process is ended."""
        self._stop.set()
        self._thread.join()
        for one in self._warm():
            one.kill()
        return sum(self._cpu.values()), self._most

    def _warm(self) -> list[psutil.Process]:
        found = []
        for one in psutil.process_iter():
            try:
                if any(self._runtime in word for word in one.cmdline()):
                    found.append(one)
            except psutil.Error:
                continue
        return sorted(found, key=lambda one: one.create_time())[:1]  # the others are forked from it

    def _look(self) -> None:
        warm: list[psutil.Process] = []
        looks = 0
        while not self._stop.wait(0.5):
            warm = [one for one in warm if one.is_running()] or self._warm()
            memory, looks = 0.0, looks + 1
            try:
                command = psutil.Process(self._pid)
                everyone = {one.pid: one for one in [command, *command.children(recursive=True), *warm]}
            except psutil.Error:
                continue
            for one in everyone.values():
                try:
                    times = one.cpu_times()
                    own = times.user + times.system
                    if one in warm:  # kernels are its children's children, and count when they have ended
                        own += times.children_user + times.children_system
                    self._cpu[one.pid, one.create_time()] = own
                    memory += one.memory_full_info().pss / 2**20 if looks % 6 == 0 else 0.0
                except psutil.Error:
                    continue
            self._most = max(self._most, memory)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", type=int, default=50)
    parser.add_argument("--large", type=int, default=500)
    parser.add_argument("--middle", type=int, default=150)
    parser.add_argument("--stock", type=int, default=4)
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    asked = parser.parse_args()
    workers = asked.workers
    with tempfile.TemporaryDirectory() as name:
        few, many = found(Path(name, "small"), asked.small), found(Path(name, "large"), asked.large)
        theirs, small = [stock(few, asked.stock)], [grade(few, workers)]
        large = grade(many, workers)
        small.append(grade(few, workers))
        theirs.append(stock(few, asked.stock))
        some = found(Path(name, "some"), asked.middle)
        by_all = [grade(some, workers)]
        by_one = grade(some, 1, cores=1)
        by_all.append(grade(some, workers))
    rows = {
        f"stock, {asked.stock}": (stocks := mean(theirs)),
        f"ours, {asked.small}": (smalls := mean(small)),
        f"ours, {asked.large}": large,
        f"ours, {asked.middle}": (middle := mean(by_all)),
        "  one worker, core": by_one,
    }
    print(f"assignment {ASSIGNMENT}, {asked.workers} workers on {os.cpu_count()} cores; load {os.getloadavg()[0]:.1f}")
    print("class                wall    each   first   one more   beyond the student   memory")
    for told, cost in rows.items():
        beyond = f"{cost.beyond_s:.2f} s" if cost is not stocks else "-"
        print(
            f"{told:18} {cost.wall_s:6.1f} s {cost.each_s:5.2f} s {cost.first_s:5.1f} s {cost.more_s:8.2f} s "
            f"{beyond:>12} {cost.memory_mib:18.0f} MiB"
        )
    for cost in (smalls, large):
        reckoned = stocks.each_s * cost.students
        print(f"class of {cost.students}: {reckoned / cost.wall_s:.1f} times faster (stock reckoned: {reckoned:.0f} s)")
    print(f"beyond the student, in a class of {asked.large}: {large.beyond_s / stocks.each_s:.1%} of what stock takes")
    print(f"1 worker on 1 core -> {workers} workers on as many: {by_one.wall_s / middle.wall_s:.2f} times faster")
    print(f"  and {by_one.more_s / middle.more_s:.2f} times for one more submission")
    grown, more_mib = large.more_s / smalls.more_s - 1, large.memory_mib - smalls.memory_mib
    print(f"{asked.small} -> {asked.large}: {grown:+.0%} for one more submission, {more_mib:+.0f} MiB")


if __name__ == "__main__":
    main()
