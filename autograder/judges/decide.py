"""From a check's name and its evidence to the verdict.

Evidence comes from the student's process and is not trusted: whatever is wrong with it gives a
verdict of zero points that says so, never an exception.
"""

from __future__ import annotations

import hashlib
import importlib
from typing import Any, cast

import numpy as np

from autograder import ASSIGNMENTS
from autograder.judges.finding import Challenge, Check, Evidence, Finding, Verdict

MOST_CHARACTERS = 3000  # of a message; ordinary ones have some hundred


def find_check(name: str) -> Check:
    """The check of that name. Raises KeyError where there is none."""
    for assignment in ASSIGNMENTS:
        for check in importlib.import_module(f"autograder.judges.{assignment}").CHECKS:
            if check.name == name:
                return check
    raise KeyError(f"there is no check {name!r}")


def checks_of(function: str) -> list[Check]:
    """The checks of one function, in the order of their cells."""
    modules = [importlib.import_module(f"autograder.judges.{assignment}") for assignment in ASSIGNMENTS]
    return [check for module in modules for check in module.CHECKS if check.function == function]


def challenge_for(check: Check, secret: bytes, student: str) -> Challenge:
    """The challenge `student` gets in `check`: the same at every regrade, unknown without the secret.

    The checks of one function that draw their challenges alike get the same one, so that one answer serves them all.
    """
    seed = hashlib.sha256(b"\0".join((secret, student.encode(), check.function.encode()))).digest()
    return check.challenge(np.random.default_rng(np.frombuffer(seed, dtype=np.uint32)))


def decide(check: Check, challenge: Challenge, evidence: Any) -> Verdict:
    """The verdict on a check's evidence (see `autograder.probes.run`), whatever that holds."""
    finding = _best(check, challenge, evidence)
    return Verdict(
        check=check.name,
        points=check.points if finding.mistake is None else 0,
        max_points=check.points,
        mistake=finding.mistake,
        message=_readable(finding.message),
        hint=_readable(finding.hint),
    )


def _readable(text: str) -> str:
    """A text that a notebook can hold, though it quotes what came from the student's process."""
    whole = text.encode("utf-8", "replace").decode("utf-8")  # halves of characters cannot be written
    return whole if len(whole) <= MOST_CHARACTERS else f"{whole[:MOST_CHARACTERS]} ..."


def _best(check: Check, challenge: Challenge, evidence: Any) -> Finding:
    """The first run's finding, or that of the run without a mistake."""
    runs = cast("Any", evidence).get("runs") if isinstance(evidence, dict) else None
    if not isinstance(runs, list) or not 1 <= len(cast("list[Any]", runs)) <= 2:
        return no_verdict("the evidence has no runs")
    findings = [_judged(check, challenge, run) for run in cast("list[Any]", runs)]
    return next((finding for finding in findings if finding.mistake is None), findings[0])


def _judged(check: Check, challenge: Challenge, run: Any) -> Finding:
    if not isinstance(run, dict):
        return no_verdict("a run's evidence is not a table")
    told = cast("Evidence", run)
    outcome = told.get("outcome")
    if isinstance(outcome, str) and outcome == "timeout":
        return Finding(
            "error.timeout",
            f"{check.function} did not come back within the time allowed.",
            "Which loop never reaches its end, and what should have changed in it?",
        )
    try:
        with np.errstate(all="ignore"):
            return check.judge(challenge, told)
    except Exception as error:  # hostile or malformed evidence: it must end in a verdict, and in no points
        return no_verdict(f"{type(error).__name__} while reading the evidence")


def no_verdict(reason: str) -> Finding:
    """The finding where evidence cannot be read."""
    return Finding(
        "unexplained",
        f"No verdict possible: {reason}.",
        "Does the notebook run from top to bottom in a fresh kernel?",
    )
