"""Judges of the assignment 05_minibatches: that of `minibatches` here, those of the other functions beside it."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.judges.finding import Challenge, Check, Evidence, Finding
from autograder.judges.minibatches import cosine, cutting, descent, epoch, shuffling
from autograder.judges.minibatches.epoch import Epoch
from autograder.judges.numbers.numeric import PASSED

CUTS = ((10, 4), (12, 4), (7, 3), (3, 8), (9, 1), (6, 6), (1, 1), (25, 8), (5, 4), (60, 16), (16, 5))
"""n and batch_size: with and without a rest, a rest of one, a batch of one, one batch of all, more than there is."""


def _challenge(rng: np.random.Generator) -> Challenge:
    seeds = (rng.permutation(900) + 100).tolist()

    def made(n: int, batch_size: int, i: int, **more: Any) -> dict[str, Any]:
        by = "keyword" if i % 2 else "position"
        return {"n": n, "batch_size": batch_size, "by": by, "seed": seeds.pop(), **more}

    calls = [made(*cut, i) for i, cut in enumerate(CUTS)]
    rows = [
        made(n, batch_size, i, times=times, least=shuffling.LEAST.get(n, 0))
        for i, (n, batch_size, times) in enumerate(shuffling.ROWS)
    ]
    return {"calls": [*calls, calls[0], calls[9]], "rows": rows}


def judge_minibatches(challenge: Challenge, evidence: Evidence) -> Finding:
    """The finding on the batches of each call and on the orders of each row."""
    calls, told = challenge["calls"], evidence["calls"]
    found = [epoch.read(made, one) for made, one in zip(calls, told, strict=False)]
    troubles = [one for one in found if isinstance(one, Finding)]
    epochs = [one for one in found if isinstance(one, Epoch)]
    stopped = next((one for one in troubles if one.mistake in ("error.timeout", "error.undefined")), None)
    if stopped is not None:
        return stopped
    if len(told) != len(calls) or len(evidence["rows"]) != len(challenge["rows"]):
        raise ValueError("the evidence has another number of calls than the challenge")
    wrong = [one for one in epochs if not one.right]
    if troubles and len(wrong) < 2:
        return troubles[0]
    rows, in_rows = _rows(challenge, evidence)
    if wrong:
        return _kept(epochs) or _wrongly_cut(epochs, rows)
    return in_rows or shuffling.drawn_elsewhere(epochs) or shuffling.name(rows, epochs) or PASSED


def _rows(challenge: Challenge, evidence: Evidence) -> tuple[list[shuffling.Row], Finding | None]:
    """The rows of complete epochs, and what was wrong with the first epoch that was not."""
    rows: list[shuffling.Row] = []
    trouble: Finding | None = None
    for made, told in zip(challenge["rows"], evidence["rows"], strict=True):
        if told["odd"] is None:
            rows.append(shuffling.read_row(made, told["orders"]))
            continue
        one = epoch.read(made, told["odd"], len(told["orders"]))
        finding = one if isinstance(one, Finding) else cutting.name([one])
        if finding is None:
            raise ValueError("a right epoch among the odd ones")
        trouble = trouble or finding
    return rows, trouble


def _wrongly_cut(epochs: list[Epoch], rows: list[shuffling.Row]) -> Finding:
    """What is wrong with the batches; and with their order, where that shows as well."""
    cut = cutting.name(epochs)
    order = shuffling.name(rows, epochs) if cutting.misplaced(epochs) else None
    if cut is None:
        raise ValueError("nothing is wrong with the batches")
    if order is not None:
        return Finding(order.mistake, f"{order.message} Something else is wrong as well: {cut.message}", order.hint)
    if shuffling.unshuffled(epochs):
        return Finding(cut.mistake, f"{cut.message} Something else is wrong as well: nothing is shuffled.", cut.hint)
    return cut


def _kept(epochs: list[Epoch]) -> Finding | None:
    """Two equal calls, the first of them right and the second not."""
    for i, one in enumerate(epochs):
        for before in epochs[:i]:
            if one.made == before.made and before.right and not one.right:
                return Finding(
                    "state.kept",
                    f"{before.gave()} when first called; called again the same way, it gave {len(one.sizes)} batches "
                    f"with {sum(one.sizes)} indices.",
                    "Which name keeps its value from one call to the next, and where should it start afresh?",
                )
    return None


CHECKS = (
    Check("check_minibatches", "minibatches", 4, _challenge, judge_minibatches),
    Check("check_sgd_step", "sgd_step", 1, descent.step_challenge, descent.SGD_STEP.judge),
    Check("check_descend", "descend", 4, descent.challenge, descent.judge),
    Check("check_cosine_to_full", "cosine_to_full", 4, cosine.challenge, cosine.COSINE_TO_FULL.judge),
)
