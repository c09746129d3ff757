"""Judges of the assignment 06_zero_grad: `train_step` twice, `accumulated_step`, and `diagnose`.

The two steps are tried on two small problems each, one with momentum, called by keyword, one with weight decay and
another loss, called by position. Several calls go to one model, each with fresh images. A dirty start is a problem
whose `.grad` is not empty before the first call, which alone decides; the second shows what becomes of old gradients.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np

from autograder.judges.finding import Challenge, Check, Evidence, Finding
from autograder.judges.numbers.outcomes import outcome_trouble
from autograder.judges.numbers.words import quoted
from autograder.judges.zero_grad import diagnosis, recorded_loops
from autograder.judges.zero_grad.turn_faults import update_fault
from autograder.judges.zero_grad.turn_losses import loss_fault
from autograder.judges.zero_grad.turns import Turn, turns_of
from autograder.plain import Array
from autograder.problem import CLASSES, PIXELS, Problem

HIDDEN = 4
GIVEN = {
    "train_step": ["model", "optimizer", "loss_fn", "data", "target"],
    "accumulated_step": ["model", "optimizer", "loss_fn", "minibatches"],
}
Sizes = list[list[int]]  # of the minibatches of each call


def draw_problem(rng: np.random.Generator, sizes: Sizes, **given: Any) -> Problem:
    """A problem with minibatches of these sizes, all of different images; `given` replaces what is drawn or usual."""
    n = sum(map(sum, sizes))
    rows = iter(rng.permutation(n).tolist())
    ink = rng.random((n, 1, 28, 28)) < 0.3
    layers = [(HIDDEN * PIXELS, 1 / 18), (HIDDEN, 0.1), (HIDDEN * CLASSES, 1.4), (CLASSES, 0.1)]
    drawn: Problem = {
        "images": (2 * rng.random((n, 1, 28, 28)) * ink).astype(np.float32),
        "labels": rng.integers(0, CLASSES, n),
        "weights": np.concatenate([rng.normal(0, size, count) for count, size in layers]).astype(np.float32),
        "turns": [[[next(rows) for _ in range(size)] for size in turn] for turn in sizes],
        "lr": float(rng.uniform(0.04, 0.06)),
    }
    usual = {"normalised": False, "mask": None, "momentum": 0.0, "weight_decay": 0.0, "hidden": HIDDEN, "old": None}
    loss = {"factor": 1.0, "smoothing": 0.0, "class_weights": None}
    return usual | loss | drawn | {"by": "keyword", "batch_size": n, "epochs": 1} | given


def step_challenge(rng: np.random.Generator) -> Challenge:
    """Two problems with several calls each: one plain, one with Dropout and a loss of its own."""
    mask: Array = 2 * (rng.random((12, HIDDEN)) < 0.6).astype(np.float32)
    momentum = float(rng.uniform(0.6, 0.8))
    first, second = [[int(n)] for n in rng.permutation([5, 8, 3, 6])], [[int(n)] for n in rng.permutation([9, 4, 7])]
    return {
        "problems": [
            draw_problem(rng, first, momentum=momentum),
            draw_problem(rng, second, **_other_loss(rng), mask=mask, class_weights=_class_weights(rng)),
        ]
    }


def dirty_challenge(rng: np.random.Generator) -> Challenge:
    """A problem with old gradients in `.grad`, about as long as a new one."""
    problem = draw_problem(rng, [[6], [4]], momentum=float(rng.uniform(0.6, 0.8)))
    old = rng.normal(0, 1, len(problem["weights"])).astype(np.float32) / 20
    return {"problems": [problem | {"old": old}]}


def accumulate_challenge(rng: np.random.Generator) -> Challenge:
    """Two problems with several calls each, of minibatches of different sizes."""
    sizes = [[int(n) for n in rng.permutation(one)] for one in ([2, 5, 9], [7, 1, 3, 4])]
    momentum = float(rng.uniform(0.6, 0.8))
    return {
        "problems": [
            draw_problem(rng, [sizes[0], [6, 3], [4]], momentum=momentum),
            draw_problem(rng, [sizes[1], [5, 5], [3, 8, 2]], **_other_loss(rng)),
        ]
    }


def _other_loss(rng: np.random.Generator) -> dict[str, Any]:
    return {
        "weight_decay": float(rng.uniform(0.4, 0.6)),
        "factor": float(rng.uniform(2, 3)),
        "smoothing": 0.2,
        "by": "position",
    }


def _class_weights(rng: np.random.Generator) -> Array:
    return rng.uniform(0.5, 2.0, CLASSES).astype(np.float32)


def _judge(function: str, passed: str, dirty: bool = False) -> Callable[[Challenge, Evidence], Finding]:
    def judge(challenge: Challenge, evidence: Evidence) -> Finding:
        problems, told = challenge["problems"], cast("list[dict[str, Any]]", evidence["problems"])
        facts = cast("dict[str, Any]", evidence["source"])
        if not 1 <= len(told) <= len(problems):
            raise ValueError("the evidence has another number of problems than the challenge")
        tried: list[list[Turn]] = []
        further: list[list[Turn]] = []
        moves: list[Finding] = []
        for problem, one in zip(problems, told, strict=False):
            turns = turns_of(problem, one)
            counted = turns[:1] if dirty else turns
            trouble = _trouble(function, counted or None, problem, facts)
            if trouble is not None:
                return moves[0] if moves else trouble
            if not all(turn.moved_right for turn in counted):
                moves.append(update_fault([turn for turn in turns if turn.told["outcome"] == "value"], facts))
            tried.append(counted)
            further.append(turns)
        if len(told) != len(problems):
            raise ValueError("the evidence has another number of problems than the challenge")
        named = [one for one in moves if one.mistake != "unexplained"] + moves
        if named:
            return named[0]
        return (
            loss_fault(function, _given(function), tried, further) or _changed(function, tried) or Finding(None, passed)
        )

    return judge


def _given(function: str) -> dict[str, Any]:
    return {"args": GIVEN[function], "kwargs": {}}


def _trouble(function: str, turns: list[Turn] | None, problem: Problem, facts: dict[str, Any]) -> Finding | None:
    """The finding where a call came to no end of its own, or where there is no function yet."""
    made = _given(function)
    if turns is None:
        return outcome_trouble(function, made, {"outcome": "undefined"})
    told = turns[-1].told
    if told["outcome"] == "raised":
        return (
            _misordered(function, told, problem, facts)
            or _cut(turns[-1])
            or _overtaken(turns[-1])
            or outcome_trouble(function, made, told)
        )
    if told["outcome"] != "value":
        by_name = {"args": [], "kwargs": dict(zip(GIVEN[function], GIVEN[function], strict=True))}
        return outcome_trouble(function, by_name if problem["by"] == "keyword" else made, told)
    value, nothing_done = told["value"], not any(turn.record["events"] for turn in turns)
    if value["kind"] == "none" and nothing_done:
        return outcome_trouble(function, made, {"outcome": "undefined"})
    if value["kind"] == "other" and quoted(value.get("type")) in ("generator", "coroutine") and nothing_done:
        return Finding(
            "returns.type",
            f"{function} gave a {value['type']}, and no line of the function ran.",
            "What does `yield` make of a function, and who would run it?",
        )
    return None


def _misordered(function: str, told: dict[str, Any], problem: Problem, facts: dict[str, Any]) -> Finding | None:
    names = [name for name in cast("list[Any]", facts.get("parameters") or []) if name in GIVEN[function]]
    if problem["by"] == "keyword" or sorted(names) != sorted(GIVEN[function]) or names == GIVEN[function]:
        return None
    return Finding(
        "error.arguments",
        f"{function} takes its parameters in the order {', '.join(names)}; called by position in the task's order, it "
        f"raised {quoted(told.get('type'))}.",
        "In which order does the task give the parameters?",
    )


def _cut(turn: Turn) -> Finding | None:
    text = quoted(turn.told.get("text"))
    if "does not require grad" not in text and "'float' object has no attribute 'backward'" not in text:
        return None
    return Finding(
        "backward.missing",
        f"In call {turn.number} backward raised {quoted(turn.told.get('type'))}: {text}. It was called on what hangs "
        "on no weight.",
        "Which line between the model's output and backward cuts the loss loose from the weights?",
    )


def _overtaken(turn: Turn) -> Finding | None:
    """The finding where backward met weights that a step had already changed."""
    text, letters = quoted(turn.told.get("text")), turn.story.letters
    if "modified by an inplace operation" not in text or "B" in letters.partition("S")[0]:
        return None
    return Finding(
        "step.before_backward",
        f"In call {turn.number} the optimizer stepped after forward and before backward, which then raised "
        f"{quoted(turn.told.get('type'))}: the weights were no longer those of the forward pass.",
        "Which gradients lie in .grad at the moment of the step?",
    )


def _changed(function: str, problems: list[list[Turn]]) -> Finding | None:
    """Right numbers and weights, but the minibatches were changed."""
    for turn in (one for turns in problems for one in turns):
        if turn.told["modified"] is not False:
            return Finding(
                "input.modified",
                f"Call {turn.number} of {function} did what it should, and changed the minibatches it was given.",
                "Which line writes into the images, the labels or the list instead of a new one?",
            )
    return None


_STEP_PASSED = "Each call makes one update, from its own minibatch's gradient, and gives the loss before it."

CHECKS = (
    Check("check_train_step", "train_step", 4, step_challenge, _judge("train_step", _STEP_PASSED)),
    Check(
        "check_train_step_dirty",
        "train_step",
        1,
        dirty_challenge,
        _judge("train_step", "Old gradients left in .grad do not reach the update.", dirty=True),
    ),
    Check(
        "check_accumulated_step",
        "accumulated_step",
        5,
        accumulate_challenge,
        _judge("accumulated_step", "One update, as of one big batch, and the mean loss over all images before it."),
    ),
    Check("check_diagnose", "diagnose", 4, recorded_loops.challenge, diagnosis.judge),
)
