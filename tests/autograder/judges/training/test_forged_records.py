"""Records that no training writes, made to cost the judge hours: no points, no exception, and a bounded effort."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.judges.decide import decide
from autograder.judges.training.twin import CALL, MAX_EFFORT, Twin
from tests import fuzz

CHECKS = ("check_train_update", "check_train_zero_grad", "check_train_history")
START, ARRIVED, JUNK, SUM = range(4)  # the vectors of a forged record
TRIALS = 2  # of three problems, two decide on these checks


def passed(rows: Any, image: int = -1) -> dict[str, Any]:
    told = {"rows": list(rows), "input": image, "shape": [len(rows), 784]}
    return {"what": "forward", "own": True, "train": True, "grad": True, "weights": START} | told


def arrived(vector: int = ARRIVED) -> dict[str, Any]:
    return {"what": "backward", "arrived": vector, "grads": JUNK}


STEP = {"what": "step", "own": True, "weights": START, "after": START, "grads": JUNK, "skipped": []}
EVENTS: dict[str, Callable[[Twin], list[dict[str, Any]]]] = {
    "more passes than are recorded": lambda twin: [passed(twin.batches[0])] * 1300,
    "updates whose gradients are no sum of those that arrived": lambda twin: (
        [passed(twin.batches[0]), arrived(), STEP] * 1190
    ),
    "gradients over forty passes at once": lambda twin: [*_forty(twin), arrived(SUM), STEP] * 29,
    "steps whose gradients come from nowhere": lambda twin: [*_forty(twin), *[STEP] * 9900],
    "minibatches of many thousand images": lambda twin: [passed([0, 1] * 10_000), arrived(JUNK)] * 4,
    "inputs to be compared again and again": lambda twin: [passed([-1] * 3, 0)] * 1190,
}


def _forty(twin: Twin) -> list[dict[str, Any]]:
    return [passed(twin.batches[i % len(twin.batches)]) for i in range(40)]


def forged(kind: str) -> dict[str, Any]:
    """Evidence for `train` in which every record is of this kind, and the gradients in it are the real ones."""
    honest = fuzz.honest("check_train_zero_grad")
    (run,) = honest.tree["runs"]
    told: list[dict[str, Any]] = []
    for problem, one in zip(honest.challenge["problems"], run["problems"], strict=True):
        twin = Twin(problem)
        junk = np.random.default_rng(0).normal(size=twin.start.shape).astype(np.float32)
        real = [twin.gradient(twin.start, rows).numpy() for rows in twin.batches]
        total = sum((real[i % len(real)] for i in range(40)), np.zeros_like(junk))
        vectors = np.stack([twin.start.numpy(), real[0], junk, total])
        images = [np.resize(junk, (3, 784))]
        record = {"events": EVENTS[kind](twin), "vectors": vectors, "inputs": images, "weights": vectors[START] + junk}
        told.append(one | record)
    return {"runs": [run | {"problems": told}]}


@pytest.mark.parametrize("kind", EVENTS)
@pytest.mark.parametrize("name", CHECKS)
def test_forged_record_earns_nothing_and_costs_no_more_than_any_may(
    name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest, evidence = fuzz.honest(name), forged(kind)
    calls: list[int] = []
    gradient = Twin.gradient

    def counted(twin: Twin, *arguments: Any) -> Any:
        calls.append(1)
        return gradient(twin, *arguments)

    monkeypatch.setattr(Twin, "gradient", counted)
    assert decide(honest.check, honest.challenge, evidence).points == 0
    assert len(calls) <= TRIALS * MAX_EFFORT / CALL


def test_vectors_and_inputs_of_another_size_than_the_problems_are_not_read() -> None:
    honest = fuzz.honest("check_train_update")
    for part, value in (("vectors", np.zeros((2, 100_000))), ("inputs", [np.zeros((900, 784))])):
        evidence = forged("inputs to be compared again and again")
        for one in evidence["runs"][0]["problems"]:
            one[part] = value
        verdict = decide(honest.check, honest.challenge, evidence)
        assert (verdict.points, verdict.message[:20]) == (0, "No verdict possible:")
