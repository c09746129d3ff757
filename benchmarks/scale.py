"""Past one machine: dask's own scheduler fed 100 000 submissions that do not run: `python benchmarks/scale.py`.

The scheduler is the real one, with real messages over real sockets, and so is the client that sends tasks and takes
outcomes in a window, as `nbgrader autograde` does. Only grading is left out: a worker says at once what a graded
notebook would have been. So what is measured is the most that one scheduler and one client can pass on in a second.
What nbgrader does for each submission, one after the other, is measured by itself, on notebooks that are not run.

From both follow, for a class of any size, how many workers can be kept busy, and what the class costs.

    --submissions 100000     how many are passed on
    --student_s 1.3          seconds of CPU of a student's own kernel (benchmarks/class.py measures them)
    --grader_s 0.25          seconds of CPU of a worker for a submission beyond that
"""

from __future__ import annotations

import argparse
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

WINDOW = 256  # tasks under way, as nbgrader's run has at the most
WORKERS = 8  # all in this process, so that what they cost counts against the figure
NOTEBOOK = "x" * 9_000  # characters, as a sanitized notebook of assignment 08
GRADED = "x" * 14_000  # and as a graded one


def nothing(task: Task) -> Outcome:
    """An outcome of the usual size, at once."""
    return Outcome(task.student, task.assignment, GRADED)


def passed_on(submissions: int) -> tuple[float, float]:
    """Submissions a second that scheduler and client pass on, and how many MiB that process grew from start to end."""
    settings = {"n_workers": WORKERS, "threads_per_worker": 1, "processes": False, "dashboard_address": ":0"}
    with (
        dask.config.set({"distributed.comm.timeouts.tcp": "300s"}),
        tempfile.TemporaryDirectory() as folder,
        LocalCluster(**settings, protocol="tcp://", local_directory=folder) as cluster,
        Client(cluster) as client,
    ):
        under_way = deque(client.submit(nothing, task(0), pure=False) for _ in range(WINDOW))
        for future in under_way:
            future.result()
        before = psutil.Process().memory_info().rss
        begun = time.perf_counter()
        for number in range(submissions):
            under_way.append(client.submit(nothing, task(number), pure=False))
            under_way.popleft().result()
            if number % 5_000 == 4_999:
                so_far = (number + 1) / (time.perf_counter() - begun)
                print(f"  {number + 1} passed on, {so_far:.0f} a second", flush=True)
        took_s = time.perf_counter() - begun
        grown = (psutil.Process().memory_info().rss - before) / 2**20
    return submissions / took_s, grown


def task(number: int) -> Task:
    return Task(NOTEBOOK, "08_mnist", f"student-{number}", b"s" * 32)


def main() -> None:
    """Prints what was measured and what follows."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--submissions", type=int, default=100_000)
    parser.add_argument("--student_s", type=float, default=1.3)
    parser.add_argument("--grader_s", type=float, default=0.25)
    parser.add_argument("--saving_s", type=float, default=0.15, help="seconds in which nbgrader itself does one")
    asked = parser.parse_args()
    rate, grown = passed_on(asked.submissions)
    each_s = asked.student_s + asked.grader_s
    print(f"scheduler and client: {rate:.0f} submissions a second; {grown:+.0f} MiB after {asked.submissions}")
    print(f"they can keep {rate * each_s:.0f} workers busy, at {each_s:.2f} s a submission")
    most = each_s / asked.saving_s
    print(f"nbgrader saves {1 / asked.saving_s:.1f} a second, the first bottleneck: no use for over {most:.0f} workers")
    hours, least_h = (asked.submissions * seconds / 3600 for seconds in (each_s + asked.saving_s, asked.saving_s))
    print(f"{asked.submissions} submissions: {hours:.0f} core-hours, and {least_h:.1f} h on the clock at the least")


if __name__ == "__main__":
    main()
