"""The bank of submissions: right and wrong solutions as students write them, and what each must earn.

    tests/submissions/02_entropy/entropy/right/loop.py
    tests/submissions/02_entropy/entropy/wrong/natural_log.py

A file holds what a student's cells hold, imports included. A wrong one opens with a line for each
check that it loses, with the ids that name its mistake truthfully:

    # loses check_entropy: log.natural | log.base_ignored

All other checks of its function keep their points. Each file runs in a process of its own, because
students set error modes, patch modules and leave threads behind. `python -m tests.bank` prints the
table: function, right ones passed, wrong ones failed, mistakes named.
"""

from __future__ import annotations

import contextlib
import importlib
import linecache
import multiprocessing
import re
import sys
import warnings
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from autograder import ASSIGNMENTS
from autograder.check import verdict
from autograder.judges.decide import challenge_for, checks_of, decide
from autograder.judges.finding import Check, Verdict
from autograder.plain import dumps, loads
from autograder.probes import run, surroundings

ROOT = Path(__file__).parent / "submissions"
LOSES = re.compile(r"^# loses (\w+): (.+)$", re.MULTILINE)
HOME, GRADED = "ada", "blaise"  # two students, two challenges: at home each check asks, in grading one answer may do
ENDLESS = "error.timeout"  # what loses by this never ends, so a short wait tells as much as a long one
SHORT_WAIT_S = 1.0


@dataclass(frozen=True)
class Submission:
    """One file of the bank: the function it solves and what it loses."""

    path: Path

    @property
    def function(self) -> str:
        return self.path.parent.parent.name

    @property
    def name(self) -> str:
        return str(self.path.relative_to(ROOT).with_suffix(""))

    @property
    def loses(self) -> dict[str, set[str]]:
        """The checks it loses, each with the ids that may name the mistake."""
        lines = LOSES.findall(self.path.read_text())
        return {check: {one.strip() for one in ids.split("|")} for check, ids in lines}


def submissions() -> list[Submission]:
    return [Submission(path) for path in sorted(ROOT.glob("*/*/*/*.py"))]


def verdicts(submission: Submission, student: str, secret: bytes) -> dict[str, Verdict]:
    """What each check of the submission's function says, judged in a forked process."""
    context = multiprocessing.get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    child = context.Process(target=_judge, args=(submission, student, secret, writer))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking beside a thread of the test runner
        child.start()
    writer.close()
    try:
        return reader.recv()
    finally:
        child.join()


def _judge(submission: Submission, student: str, secret: bytes, writer) -> None:
    source = submission.path.read_text()
    filename = f"<{submission.name}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    warnings.resetwarnings()
    if ENDLESS in set().union(*submission.loses.values()):
        run.TIME_LIMIT_S = SHORT_WAIT_S  # in this process, which ends here
    namespace: dict = {"__name__": "__main__"}
    exec(compile(source, filename, "exec"), namespace)
    judged = _at_home if student == HOME else _graded
    writer.send(judged(checks_of(submission.function), namespace, secret, student))


def _at_home(checks: list[Check], namespace: dict, secret: bytes, student: str) -> dict[str, Verdict]:
    return {check.name: verdict(check.name, namespace, secret, student) for check in checks}


def _graded(checks: list[Check], namespace: dict, secret: bytes, student: str) -> dict[str, Verdict]:
    answers: dict = {}
    reached: dict[str, Verdict] = {}
    with surroundings.one_thread():
        for check in checks:
            challenge = dumps(challenge_for(check, secret, student))
            asks = run.find_probe(check.name), challenge
            if asks not in answers:
                told = run.evidence_of(check.name, check.function, namespace, loads(challenge))
                answers[asks] = loads(challenge), loads(dumps(told))
            reached[check.name] = decide(check, *answers[asks])
    return reached


def faults(submission: Submission, students: Sequence[str] = (HOME, GRADED), secret: bytes = b"bank") -> list[str]:
    """What is wrong with the verdicts on a submission, as sentences; empty where all is as it should be."""
    told = []
    loses = submission.loses
    if (submission.path.parent.name == "wrong") != bool(loses):
        told.append("a wrong submission says what it loses, a right one loses nothing")
    for student in students:
        for check, reached in verdicts(submission, student, secret).items():
            if check not in loses and not reached.passed:
                told.append(f"{check} must pass for {student}: {reached}")
            if check in loses and reached.passed:
                told.append(f"{check} must not pass for {student}")
            if check in loses and not reached.passed and reached.mistake not in loses[check]:
                told.append(f"{check} must name {loses[check]} for {student}: {reached}")
    return told


def main() -> int:
    """Prints the table; 1 where anything in it is not 100 %."""
    import_everything()
    rows: dict[str, list[int]] = {}
    bad = []
    bank = submissions()
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("fork")) as cores:
        found = list(cores.map(faults, bank, chunksize=8))
    for submission, told in zip(bank, found, strict=True):
        row = rows.setdefault(submission.function, [0, 0, 0, 0, 0])
        right = submission.path.parent.name == "right"
        row[0 if right else 2] += 1
        row[1] += right and not told
        row[3] += not right and not any("must not pass" in one for one in told)
        row[4] += not right and not told
        bad += [f"{submission.name}: {one}" for one in told]
    print(f"{'function':24}{'right passed':>16}{'wrong failed':>16}{'mistake named':>16}")
    for function, (right, passed, wrong, failed, named) in rows.items():
        print(f"{function:24}{f'{passed}/{right}':>16}{f'{failed}/{wrong}':>16}{f'{named}/{wrong}':>16}")
    print("\n".join(bad))
    return bool(bad)


def import_everything() -> None:
    """Imports what submissions import once, before the forks."""
    for name in ("matplotlib.pyplot", "scipy.special", "scipy.stats", "tqdm"):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    torch = importlib.import_module("torch")
    torch.set_num_threads(1)
    torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1).step()  # the first optimizer imports 900 modules
    for name in ASSIGNMENTS:
        importlib.import_module(f"autograder.judges.{name}")
        importlib.import_module(f"autograder.probes.{name}")


if __name__ == "__main__":
    sys.exit(main())
