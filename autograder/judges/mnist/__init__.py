"""Judges of the assignment 08_mnist: the four aspects of `train`, and `beat_the_lecture`.

`train` is tried on three small problems. The first two decide on updates, zero_grad and history: one with
momentum, called by keyword; one with weight decay and another loss, called by position. The third holds
BatchNorm and Dropout and decides on the mode alone. An aspect is right where the outcome is right; where
another fault spoiled the outcome, it is judged along the student's own way (see `autograder.judges.training.story`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from autograder.judges.finding import Challenge, Check, Evidence, Finding
from autograder.judges.mnist.beat_the_lecture import judge_beat_the_lecture
from autograder.judges.mnist.history import history_findings, state_kept
from autograder.judges.mnist.trial import Trial
from autograder.judges.mnist.updates import first_difference, untouched, update_fault
from autograder.judges.mnist.zeroing import zero_fault
from autograder.judges.training.events import Story
from autograder.plain import Array
from autograder.problem import CLASSES, PIXELS, Problem

HIDDEN = 4


def draw_problem(rng: np.random.Generator, images: int, **given: Any) -> Problem:
    """A problem of so many images; `given` replaces what is drawn or usual."""
    ink = rng.random((images, 1, 28, 28)) < 0.3
    pixels = (2 * rng.random((images, 1, 28, 28)) * ink).astype(np.float32)
    layers = [(HIDDEN * PIXELS, 1 / 18), (HIDDEN, 0.1), (HIDDEN * CLASSES, 1.4), (CLASSES, 0.1)]
    weights = np.concatenate([rng.normal(0, size, n) for n, size in layers]).astype(np.float32)
    usual = {"normalised": False, "mask": None, "momentum": 0.0, "weight_decay": 0.0}
    loss = {"factor": 1.0, "smoothing": 0.0, "class_weights": None}
    drawn = {"images": pixels, "labels": rng.integers(0, CLASSES, images), "hidden": HIDDEN, "weights": weights}
    return usual | loss | drawn | {"lr": float(rng.uniform(0.008, 0.012)), "by": "keyword"} | given


def train_challenge(rng: np.random.Generator) -> Challenge:
    """Three problems."""
    epochs = [3, 2] if rng.random() < 0.5 else [2, 3]
    mask: Array = 2 * (rng.random((26, HIDDEN)) < 0.6).astype(np.float32)
    momentum = draw_problem(rng, 26, batch_size=6, epochs=epochs[0], momentum=float(rng.uniform(0.6, 0.8)))
    decay = draw_problem(
        rng,
        24,
        batch_size=7,
        epochs=epochs[1],
        weight_decay=float(rng.uniform(0.4, 0.6)),
        factor=float(rng.uniform(2, 3)),
        smoothing=0.2,
        class_weights=rng.uniform(0.5, 2.0, CLASSES).astype(np.float32),
        by="position",
    )
    modes = draw_problem(rng, 19, batch_size=5, epochs=2, normalised=True, mask=mask, lr=0.02)
    return {"problems": [momentum, decay, modes]}


_latest: list[tuple[Challenge, Evidence, list[Trial]]] = []  # the four aspects are asked of one answer in turn


def trials_of(challenge: Challenge, evidence: Evidence) -> list[Trial]:
    """The trials that were made; fewer than problems only where the last one came to no end.

    Asked about the same objects again, it gives the same trials, with what was worked out on them.
    """
    held = _latest[0] if _latest else None
    if held is None or held[0] is not challenge or held[1] is not evidence:
        held = challenge, evidence, _trials(challenge, evidence)
        _latest[:] = [held]  # another thread may put its own there, and gives its own back
    return held[2]


def _trials(challenge: Challenge, evidence: Evidence) -> list[Trial]:
    problems, told = challenge["problems"], evidence["problems"]
    if not 1 <= len(told) <= len(problems) or (len(told) < len(problems) and told[-1]["outcome"] == "value"):
        raise ValueError("the evidence has another number of problems than the challenge")
    return [Trial(problem, one, evidence["source"]) for problem, one in zip(problems, told, strict=False)]


Aspect = Callable[[list[Trial]], Finding | None]


def _judge(aspect: Aspect, passed: str) -> Callable[[Challenge, Evidence], Finding]:
    """A judge that asks for `aspect` once the trials it looks at have come to an end."""

    def judge(challenge: Challenge, evidence: Evidence) -> Finding:
        trials = trials_of(challenge, evidence)
        needed = trials if aspect is mode_aspect else trials[:2]
        trouble = next((one.trouble for one in needed if one.trouble is not None), None)
        return trouble or aspect(trials) or Finding(None, passed)

    return judge


def update_aspect(trials: list[Trial]) -> Finding | None:
    """What is wrong with the updates, apart from the place of zero_grad."""
    return next((one for one in (_update(trial, trials) for trial in trials[:2]) if one is not None), None)


def zero_aspect(trials: list[Trial]) -> Finding | None:
    """What is wrong with the place of zero_grad."""
    found = (zero_fault(trial, _update(trial, trials)) for trial in trials[:2] if not trial.right)
    return next((one for one in found if one is not None), None)


def history_aspect(trials: list[Trial]) -> Finding | None:
    """What is wrong with the returned losses; a name holds where it explains every history."""
    kept = state_kept(*trials[:2])
    if kept is not None:
        return kept
    tried = [(trial, _update(trial, trials)) for trial in trials[:2]]
    return next(iter(history_findings(tried, trials[2:])), None)


def mode_aspect(trials: list[Trial]) -> Finding | None:
    """Whether every training forward ran in train mode."""
    trial = trials[2]
    if trial.right:
        return None
    story = trial.story
    if not story.calls:
        return untouched(trial)
    modes = [one.train for one in story.trained or story.calls]
    if not all(modes):
        return _in_eval(story)
    if story.arrivals and all(one.known for one in story.arrivals):
        return None  # these gradients arise in train mode only
    ordered = [one for one in story.in_order if one.train]
    if any(one.fed is None and (-1 in one.rows or not one.rows) for one in ordered):
        return _update(trials[0], trials) or _update(trials[1], trials)
    expected = trial.twin.averages_after([(one.rows, one.fed) for one in ordered])
    told = {name: torch.tensor(np.asarray(one, dtype=np.float32)) for name, one in trial.told["averages"].items()}
    if set(told) == set(expected) and all(torch.allclose(told[name], expected[name], atol=1e-5) for name in expected):
        return None
    return first_difference(trial)


def _in_eval(story: Story) -> Finding:
    passes = story.trained or story.calls
    modes = [one.train for one in passes]
    away = modes.count(False)
    if all(one.train or one.partly for one in passes):
        came = "" if story.taken_out else ", the mode in which it was handed over"
        return Finding(
            "mode.left_in_eval" if story.taken_out else "mode.train_missing",
            f"In {away} of {len(modes)} training passes a part of the model was in eval mode{came}.",
            "Which modules does each line put into which mode?",
        )
    if (any(modes) and modes[0]) or story.taken_out:
        return Finding(
            "mode.left_in_eval",
            f"{away} of {len(modes)} training passes ran in eval mode, first number {modes.index(False) + 1}.",
            "Which line puts the model into eval mode, and which one takes it back?",
        )
    return Finding(
        "mode.train_missing",
        f"{away} of {len(modes)} training passes ran in eval mode, the mode in which the model was handed over.",
        "In which mode do Dropout and BatchNorm do their work, and who switches it on?",
    )


def _update(trial: Trial, trials: list[Trial]) -> Finding | None:
    """The update fault of one trial; where its weights are wrong and nothing explains them, that."""
    if trial.right:
        return None
    found = update_fault(trial, trials[:2])
    return found or (None if zero_fault(trial, None) is not None else first_difference(trial))


CHECKS = (
    Check(
        "check_train_update",
        "train",
        4,
        train_challenge,
        _judge(update_aspect, "Each minibatch's gradient leads to one step of the optimizer."),
    ),
    Check(
        "check_train_zero_grad",
        "train",
        3,
        train_challenge,
        _judge(zero_aspect, "No step used the gradients of other minibatches."),
    ),
    Check(
        "check_train_history",
        "train",
        2,
        train_challenge,
        _judge(history_aspect, "Each entry is the mean loss of its epoch."),
    ),
    Check(
        "check_train_mode",
        "train",
        1,
        train_challenge,
        _judge(mode_aspect, "Every training pass ran in train mode."),
    ),
    Check(
        "check_beat_the_lecture",
        "beat_the_lecture",
        4,
        lambda rng: {"calls": [{"args": [], "kwargs": {}}]},
        judge_beat_the_lecture,
    ),
)
