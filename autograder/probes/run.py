"""One check's probe, run in a quiet room with a clock: the only door from the student's code to the judge.

The evidence that leaves here is `{"runs": [evidence, ...]}`. There is one run where the notebook
left arithmetic as it is in a fresh kernel. Where it did not (`np.seterr(all="raise")`, warnings as
errors, another default dtype), there are two: as the student left it, and as in a fresh kernel; a
solution that is right in either is right. Both share one time limit, which stays below nbgrader's own limit for
a cell, so that a function that never ends gets a verdict instead of an interrupted cell.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Mapping
from typing import Any

from autograder import ASSIGNMENTS
from autograder.plain import Plain
from autograder.probes import surroundings

TIME_LIMIT_S = 20.0

Probe = Callable[[Callable[..., Any] | None, dict[str, Any]], dict[str, Plain]]


def evidence_of(check: str, function: str, namespace: Mapping[str, Any], challenge: dict[str, Any]) -> dict[str, Plain]:
    """The evidence for `check`: what `namespace[function]` did on `challenge`."""
    probe = find_probe(check)
    found = namespace.get(function)
    target = found if callable(found) else None
    deadline = time.monotonic() + TIME_LIMIT_S
    runs: list[Plain] = [_one_run(probe, target, challenge, TIME_LIMIT_S)]
    left = deadline - time.monotonic()
    if surroundings.altered() and left > 1:
        with surroundings.as_in_a_fresh_kernel():
            runs.append(_one_run(probe, target, challenge, left))
    return {"runs": runs}


def find_probe(check: str) -> Probe:
    """The probe of a check. Raises KeyError where no probe has that name."""
    for assignment in ASSIGNMENTS:
        probes = importlib.import_module(f"autograder.probes.{assignment}").PROBES
        if check in probes:
            return probes[check]
    raise KeyError(f"no probe for {check!r}")


def _one_run(
    probe: Probe, function: Callable[..., Any] | None, challenge: dict[str, Any], seconds: float
) -> dict[str, Plain]:
    with surroundings.silence():
        try:
            with surroundings.time_limit(seconds):
                return probe(function, challenge)
        except surroundings.OutOfTime:
            return {"outcome": "timeout"}
