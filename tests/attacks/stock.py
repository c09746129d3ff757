"""The same attacks against nbgrader as it comes: its own Execute, an ordinary kernel, the checks judged inside it.

Each submission is graded by a command of its own, with a time limit that ends everything it started; attacks that
would harm the machine are not run.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
from collections.abc import Callable, Sequence

from autograder.kernels import measure
from tests.attacks.attack import ASSIGNMENT, Attack
from tests.attacks.grading import FULL, classroom, seat

SETTINGS = """
c = get_config()
c.CourseDirectory.course_id = "attacked"
c.Execute.timeout = 20
c.Execute.iopub_timeout = 10
"""
LIMIT_S = 90


def play(attacks: Sequence[Attack], say: Callable[[str], None] = print) -> dict[str, str]:
    """What stock nbgrader makes of each attack, in a few words, by the attack's name; `say` hears of each at once."""
    told = {attack.name: attack.stock for attack in attacks if attack.stock}
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # orphans come here, where they are ended
    tried = [attack for attack in attacks if not attack.stock]
    with classroom(SETTINGS) as room:
        for student, attack in seat(room, tried, every=len(tried) + 2).items():
            if attack is None:
                continue
            knocked = len(room.planted.knocked)
            book = (room.root / "gradebook.db").read_bytes()
            try:
                room.command("autograde", ASSIGNMENT, "--student", student, seconds=LIMIT_S)
            except subprocess.TimeoutExpired:
                told[attack.name] = f"hangs for {LIMIT_S} s"
                continue
            finally:
                _end_all()
            one = room.result(student, attack, {})
            leaked = sorted({*one.leaked, *room.planted.knocked[knocked:]})
            told[attack.name] = "not graded" if one.points is None else f"{one.points:g}"
            if one.points == FULL and attack.earns < FULL:
                told[attack.name] = f"[bold]{one.points:g}: full marks[/]"
            if leaked:
                told[attack.name] += f", and {', '.join(leaked)} leaked"
            say(f"stock nbgrader, {attack.name}: {told[attack.name]}")
            (room.root / "gradebook.db").write_bytes(book)  # what an attack wrote there is for it alone
    return told


def _end_all() -> None:
    """Ends what the command started and left: kernels that hang have sessions of their own."""
    for pid in measure.descendants(os.getpid()):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
