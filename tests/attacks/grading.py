"""A class of attackers, an honest neighbour beside each few of them, graded by `nbgrader autograde` as it is typed.

`play(attacks, user)` founds the course in a new folder, hands everything in, grades it in one run of the command, as
this user, with the course's own settings and small limits, and says what became of each submission.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry

from tests.attacks.attack import ASSIGNMENT, POINTS, Attack, master, submission
from tests.attacks.planted import MARK, VARIABLE, Planted, state_of, survivors
from tests.course import failures
from tests.notebook_form import ROOT

USERS = ("root", "nobody") if os.geteuid() == 0 else ("self",)
EVERY = 4  # attackers to one honest neighbour, who thus sits within two seats of each
FULL = float(sum(POINTS.values()))
LIMITS = """
c.Execute.kernel_name = "autograder"
c.Referee.wall_per_cell_s = 4
c.Referee.wall_per_notebook_s = 120
c.Referee.memory_mib = 512
c.Referee.scratch_mib = 64
c.SubmissionExporter.notebook_mib = 8
"""
"""Small, so that going over them takes no time; each is a setting that a course may make."""
AS_NOBODY = """
import os, sys
sys.path.insert(0, sys.argv[1])
from tests.autograder.kernels.confined import stand_on
stand_on("all", "nobody")
os.execv(sys.argv[2], sys.argv[2:])
"""


@dataclass
class Result:
    """What became of one submission: points (None: no grade), the reason where there is none, words that got out."""

    student: str
    attack: Attack | None
    points: float | None = None
    reason: str = ""
    leaked: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)

    def surprises(self) -> list[str]:
        """What is not as it must be; empty where all is."""
        attack = self.attack
        earns, ends, event = (attack.earns, attack.ends, attack.event) if attack else (FULL, "", "")
        told = [f"{word} leaked" for word in self.leaked]
        if self.points is None and not self.reason:
            told.append("lost: neither graded nor reported")
        elif ends:
            told += [] if self.points is None else ["graded, though it cannot be"]
            told += [] if ends in self.reason else [f"reported as {self.reason!r}, not {ends!r}"]
        elif self.points != earns:
            told.append(f"{self.points} points instead of {earns}" + (f": {self.reason}" if self.reason else ""))
        if event and event not in self.events:
            told.append(f"events {self.events}, without {event!r}")
        return told


@dataclass
class Played:
    """A class that was graded: its results, what else was found, and how long the command took."""

    results: list[Result]
    found: list[str]
    told: str
    seconds: float


class Classroom:
    """The folders of a course and its grader, with the secrets laid out; gone when it is closed."""

    def __init__(self, folder: Path, planted: Planted) -> None:
        self.folder, self.planted = folder, planted
        self.root = planted.root

    def command(self, *words: str, user: str = USERS[0], seconds: float = 1700) -> str:
        """What `nbgrader ...` says in the course's folder, to a grader with a home of its own and a secret variable."""
        jupyter = {name: str(self.root / ".jupyter") for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")}
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "OMP_NUM_THREADS")}
        ours = {"HOME": self.planted.home, "XDG_RUNTIME_DIR": self.planted.runtime, "TMPDIR": self.folder / "tmp"}
        surroundings = {**kept, **jupyter, **{name: str(path) for name, path in ours.items()}}
        surroundings |= {"JUPYTER_PREFER_ENV_PATH": "1", "NO_COLOR": "1", VARIABLE: self.planted.words["environment"]}
        programs = Path(sys.executable).parent
        surroundings["PATH"] = f"{programs}{os.pathsep}{kept['PATH']}"  # nbgrader calls alembic by its bare name
        program = [str(programs / "nbgrader"), *words]
        if user == "nobody":
            program = [sys.executable, "-c", AS_NOBODY, str(ROOT), *program]
        done = subprocess.run(
            program, cwd=self.root, env=surroundings, capture_output=True, text=True, errors="replace", timeout=seconds
        )
        return done.stdout + done.stderr

    def give_to(self, user: str) -> None:
        """Makes everything the property of the user who grades."""
        if user == "nobody":
            for path in [self.folder, *self.folder.rglob("*")]:
                os.chown(path, 65534, 65534, follow_symlinks=False)

    def points(self, student: str) -> float | None:
        """The points in the gradebook, None where there is no graded notebook."""
        if not any((self.root / "autograded" / student / ASSIGNMENT).glob("*.ipynb")):
            return None
        with Gradebook(f"sqlite:///{self.root}/gradebook.db") as gradebook:
            try:
                return float(gradebook.find_submission(ASSIGNMENT, student).score)
            except MissingEntry:
                return None

    def result(self, student: str, attack: Attack | None, told: dict[str, str]) -> Result:
        """What became of a student's submission; `told` are the reasons that the command gave."""
        one = Result(student, attack, self.points(student))
        note = self.root / ".grading" / ASSIGNMENT / f"{student}.json"
        one.reason = json.loads(note.read_text())["reason"] if note.exists() else told.get(student, "")
        if attack:
            one.leaked = self.planted.found_in(self.root / "autograded" / student)
        path = self.root / "autograded" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        if path.exists():
            events = nbformat.read(path, as_version=4).metadata.get("autograder", {}).get("events", [])
            one.events = [event["kind"] for event in events]
        return one


@contextmanager
def classroom(settings: str) -> Iterator[Classroom]:
    """A course of one assignment in a new folder, with the project's settings and these."""
    with tempfile.TemporaryDirectory(prefix="attacks-", dir="/tmp", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        root, home, runtime = (folder / part for part in ("course", "home", "runtime"))
        for path in (root, home, runtime, folder / "tmp"):
            path.mkdir()
        with Planted(root, home, runtime) as planted:
            room = Classroom(folder, planted)
            (root / "nbgrader_config.py").write_text(settings)
            notebook = master()
            for cell in notebook.cells:
                cell.source = cell.source.replace("# first:", f"# {planted.words['source']}:")
            path = root / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(nbformat.writes(notebook))
            assert planted.words["source"] in path.read_text()
            room.command("generate_assignment", ASSIGNMENT)
            planted.lay_out()
            try:
                yield room
            finally:
                shutil.rmtree(runtime, ignore_errors=True)  # the warm process ends without its socket


def seat(room: Classroom, attacks: Sequence[Attack], every: int = EVERY) -> dict[str, Attack | None]:
    """Hands everything in; the students by name, in the order in which nbgrader takes them, None for the honest."""
    seats: list[Attack | None] = []
    for number, attack in enumerate(attacks):
        seats += [None] * (number % every == every // 2) + [attack]
    if None not in seats:
        seats.append(None)
    students = {
        f"{number:03}-{attack.kind}-{attack.name}" if attack else f"{number:03}-neighbour": attack
        for number, attack in enumerate(seats)
    }
    words, places = room.planted.words, room.planted.places
    for student, attack in students.items():
        folder = room.root / "submitted" / student / ASSIGNMENT
        folder.mkdir(parents=True)
        if attack:
            attack.hand_in(folder, {**places, "me": student})
        else:
            honest = submission(right=True, planted={}, cells={"end": f"# {words['submission']}"})
            (folder / f"{ASSIGNMENT}.ipynb").write_text(nbformat.writes(honest))
            (folder / "notes.txt").write_text(words["submission"])
    with Gradebook(f"sqlite:///{room.root}/gradebook.db") as gradebook:
        for student in students:
            gradebook.add_student(student, email=words["gradebook"])
    return students


def play(attacks: Sequence[Attack], user: str = USERS[0]) -> Played:
    """The class, graded by ours."""
    with classroom((ROOT / "nbgrader_config.py").read_text() + LIMITS) as room:
        students = seat(room, attacks)
        watched = [room.root / part for part in ("source", "release", "submitted")] + [room.planted.home]
        places = [*watched, Path(sys.prefix) / "bin"]
        room.give_to(user)
        before = state_of(*places)
        started = time.monotonic()
        told = room.command("autograde", ASSIGNMENT, user=user)
        seconds = time.monotonic() - started
        changed = {path for path, _ in state_of(*places).items() ^ before.items()}
        found = [f"{path} was changed" for path in sorted(changed)]
        found += [f"somebody knocked at {kind}" for kind in room.planted.knocked]
        found += [f"process {pid} survived" for pid in survivors()]
        found += [f"{path} was left" for path in _left(room)]
        reasons = failures(told)
        results = [room.result(student, attack, reasons) for student, attack in students.items()]
        return Played(results, found, told, seconds)


def _left(room: Classroom) -> list[Path]:
    """What attacks left for others, and what the grader should have removed."""
    import site

    places = ["/tmp", "/var/tmp", "/dev/shm", "/", sys.prefix, *site.getsitepackages(), *map(str, room.root.parents)]
    marked = [Path(place, MARK) for place in {*places, str(room.root), str(room.planted.runtime)}]
    return [*filter(os.path.lexists, marked), *(room.folder / "tmp").glob("autograder-*")]
