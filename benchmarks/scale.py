"""Past one machine: dask's own scheduler fed thousands of submissions that do not run: `python benchmarks/scale.py`.

The scheduler is the real one, with real messages over real sockets, and so is the client that sends tasks and takes
outcomes in a window, as `nbgrader autograde` does. Only grading is left out: a worker says at once what a graded
notebook would have been. So what is measured is the most that one scheduler and one client can pass on in a second.
What nbgrader does for each submission, one after the other, is measured by itself, by its own command on notebooks
that are not run: the difference between a small class and a larger one.

From both follow, for a class of any size, how many workers can be kept busy, and what the class costs.

    --submissions 100000     how many are passed on
    --students 100000        the class whose cost is told
    --student_s 0.2          seconds of CPU of a student's own kernel (benchmarks/class.py measures them)
    --grader_s 0.35          seconds of CPU of a worker for a submission beyond that

Memory hardly grows, by 68 MiB over 100 000: dask keeps the last 1000 messages of each connection, with a notebook in
every one; `nbgrader autograde` and this file keep 50 (FORGETTING).
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections import deque
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import dask.config
import psutil
from distributed import Client, LocalCluster

from autograder.grading.task import Outcome, Task
from autograder.grading.workers import FORGETTING
from tests.course import Course
from tests.sample_class import Sample

ASSIGNMENT = "08_mnist"
WINDOW = 256  # tasks under way, as nbgrader's run has at the most
WORKERS = 8  # all in this process, so that what they cost counts against the figure
NOTEBOOK = "x" * 9_000  # characters, as a sanitized notebook of assignment 08
GRADED = "x" * 14_000  # and as a graded one


def nothing(task: Task) -> Outcome:
    """An outcome of the usual size, at once."""
    return Outcome(task.student, task.assignment, GRADED)


def passed_on(submissions: int) -> tuple[float, float]:
    """Submissions that scheduler and client pass on in a second of CPU, and by how many MiB that process grew.

    Both run in one process, which has one core to itself: seconds of CPU, so that a busy machine changes nothing.
    """
    settings = {"n_workers": WORKERS, "threads_per_worker": 1, "processes": False, "dashboard_address": "127.0.0.1:0"}
    with (
        dask.config.set({"distributed.comm.timeouts.tcp": "300s", **FORGETTING}),
        tempfile.TemporaryDirectory() as folder,
        LocalCluster(**settings, protocol="tcp://", local_directory=folder) as cluster,
        Client(cluster) as client,
    ):
        under_way = deque(client.submit(nothing, task(0), pure=False) for _ in range(WINDOW))
        for future in under_way:
            future.result()
        before = psutil.Process().memory_info().rss
        begun = time.process_time()
        for number in range(submissions):
            under_way.append(client.submit(nothing, task(number), pure=False))
            under_way.popleft().result()
            if number % 10_000 == 9_999:
                so_far = (number + 1) / (time.process_time() - begun)
                print(f"  {number + 1} passed on, {so_far:.0f} a second", flush=True)
        took_s = time.process_time() - begun
        grown = (psutil.Process().memory_info().rss - before) / 2**20
    return submissions / took_s, grown


def task(number: int) -> Task:
    return Task(NOTEBOOK, ASSIGNMENT, f"student-{number}", b"s" * 32)


def saving_s(small: int = 4, large: int = 24) -> float:
    """Seconds of CPU in which nbgrader itself does a submission: reading, sanitizing, saving, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        course = Course.founded(Path(folder))
        course.nbgrader("generate_assignment", ASSIGNMENT)
        spent = [_not_run(course, students) for students in (small, large)]
    return (spent[1] - spent[0]) / (large - small)


def _not_run(course: Course, students: int) -> float:
    """Seconds of CPU of `nbgrader autograde` on that many submissions, none of which it runs."""
    for number in range(students):
        place = course.root / "submitted" / f"student-{number}" / ASSIGNMENT
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{ASSIGNMENT}.ipynb").write_text(Sample(place.parent.name, ASSIGNMENT, "", 0).notebook(course))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    course.nbgrader("autograde", ASSIGNMENT, "--no-execute", "--force")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Prints what was measured and what follows."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--submissions", type=int, default=100_000)
    parser.add_argument("--students", type=int, default=100_000)
    parser.add_argument("--student_s", type=float, default=0.2)
    parser.add_argument("--grader_s", type=float, default=0.35)
    asked = parser.parse_args()
    rate, grown = passed_on(asked.submissions)
    saving, each_s = saving_s(), asked.student_s + asked.grader_s
    first = "nbgrader's own loop" if 1 / saving < rate else "dask's scheduler"
    most = min(1 / saving, rate)
    print(f"scheduler and client: {rate:.0f} submissions a second; {grown:+.0f} MiB after {asked.submissions}")
    print(f"nbgrader reads, sanitizes and saves {1 / saving:.1f} a second: {saving:.2f} s each")
    print(f"the first bottleneck is {first}: no use for over {most * each_s:.0f} workers, at {each_s:.2f} s each")
    hours, least_h = asked.students * (each_s + saving) / 3600, asked.students / most / 3600
    print(f"{asked.students} submissions: {hours:.0f} core-hours, and {least_h:.1f} h on the clock at the least")


if __name__ == "__main__":
    main()
