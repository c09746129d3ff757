"""Judges of the assignment 07_train_and_eval: that of `evaluate` here, that of `batchnorm_update` beside it.

`evaluate` sits four exams: vectors with BatchNorm and Dropout, images with BatchNorm and another loss, series with
Dropout alone, and the first once more. Right is decided by the outcome: the two numbers, the mode and the state of
the model afterwards. The numbers differ from mode to mode, so they also show in which mode the model ran.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.exam import Exam, places, sizes_of_parameters
from autograder.judges.finding import Challenge, Check, Evidence, Finding
from autograder.judges.train_and_eval import batchnorm
from autograder.judges.train_and_eval.exam_faults import number_finding
from autograder.judges.train_and_eval.sitting import Sitting
from autograder.plain import Array

PASSED = Finding(None, "Right loss and accuracy on every exam, and the model is left as it was.")
SAME_AS_BEFORE = "What does the caller expect of a model that it only lends for a measurement?"
CHANGED = ("parameters.changed", "buffers.changed")


def draw_exam(rng: np.random.Generator, examples: int, shape: tuple[int, ...], **given: Any) -> Exam:
    """An exam of so many examples, on some of which the model is right; `given` replaces what is drawn or usual.

    The last minibatch is easier or harder than the others, so that it makes a difference how it is weighted.
    """
    hidden, classes = given.get("hidden", 5), given.get("classes", 4)
    normalised, mask = given.pop("normalised"), None
    if given.pop("dropout"):
        mask = 2 * (rng.random((given["batch_size"], hidden * places(shape))) < 0.6).astype(np.float32)
    usual = {"hidden": hidden, "classes": classes, "loss": "cross-entropy", "factor": 1.0, "smoothing": 0.0}
    usual |= {"class_weights": None, "training": True, "by": "keyword", "mask": mask}
    share = given.pop("share", None)
    while True:
        parts = [
            rng.normal(0, 2.5 / np.sqrt(read) if read else 0.5, n)
            for n, read in sizes_of_parameters(shape, hidden, classes, normalised)
        ]
        averages = np.stack([rng.normal(0, 1, hidden), rng.uniform(2, 5, hidden)]).astype(np.float32)
        drawn: Exam = {
            "data": rng.normal(0, 1, (examples, *shape)).astype(np.float32),
            "labels": np.zeros(examples, int),
        }
        drawn |= {"weights": np.concatenate(parts).astype(np.float32), "averages": averages if normalised else None}
        exam: Exam = usual | drawn | given
        exam["labels"] = _labels(rng, exam, share)
        if _tells(exam):
            return exam


def _labels(rng: np.random.Generator, exam: Exam, share: float | None) -> Array:
    """Labels of which about `share` (by default a little over half) are what the model says in eval mode."""
    outputs = Sitting(exam, {}).outputs(lambda i, training: False)
    said = np.concatenate([output.argmax(1).numpy() for output in outputs])
    other = (said + rng.integers(1, exam["classes"], len(said))) % exam["classes"]
    kept = rng.random(len(said)) < (0.58 if share is None else share)
    return np.where(kept, said, other).astype(np.int64)


def _tells(exam: Exam) -> bool:
    """Whether minibatches weighted alike, train mode, and percentages of the same number would all show."""
    one = Sitting(exam, {})
    outputs, strayed = one.outputs(lambda i, training: False), one.outputs(lambda i, training: True)
    by_batch, in_train = (one.losses(lambda loss, o, t: loss(o, t), some) for some in (outputs, strayed))
    loss, accuracy = map(float, one.right)
    right = [float((o.argmax(1) == t).float().mean()) for o, t in zip(outputs, one.targets, strict=True)]
    margins = min(float((o.topk(2, 1).values @ o.new_tensor([1.0, -1.0])).min()) for o in outputs)
    alike = abs(np.mean(right) - accuracy) > 0.01 and abs(by_batch.mean() - loss) > 0.01 * loss
    return bool(
        margins > 1e-3
        and abs(in_train @ one.cut.sizes / one.cut.n - loss) > 0.02 * loss
        and (accuracy == 1 or (alike and 0.35 < accuracy < 0.8 and abs(accuracy - 0.5) > 0.03))
    )


def challenge(rng: np.random.Generator) -> Challenge:
    """Four exams."""
    both = {"normalised": True, "dropout": True}
    vectors = draw_exam(rng, 26, (6,), batch_size=6, **both, factor=float(rng.uniform(1.5, 2)), smoothing=0.15)
    images = draw_exam(
        rng,
        int(rng.integers(22, 25)),
        (1, 5, 5),
        batch_size=5,
        normalised=True,
        dropout=False,
        hidden=3,
        classes=4,
        loss="margin",
        factor=float(rng.uniform(2.5, 4)),
        training=False,
        by="position",
    )
    series = draw_exam(rng, 17, (3, 4), batch_size=8, normalised=False, dropout=True, classes=5, share=1.0)
    return {"exams": [vectors, images, series | {"by": "position"}, vectors]}


def judge(challenge: Challenge, evidence: Evidence) -> Finding:
    """The finding on what `evaluate` did on each exam."""
    told = evidence["exams"]
    if not told or len(told) > len(challenge["exams"]):
        raise ValueError("the evidence has another number of exams than the challenge")
    sittings = [Sitting(exam, one) for exam, one in zip(challenge["exams"], told, strict=False)]
    troubles = [one.trouble for one in sittings]
    stopped = next((t for t in troubles if t and t.mistake in ("error.timeout", "error.undefined")), None)
    if stopped is not None:
        return stopped
    if len(told) != len(challenge["exams"]):
        raise ValueError("the evidence has fewer exams than the challenge")
    seen = [one for one, trouble in zip(sittings, troubles, strict=True) if trouble is None]
    wrong = [one for one in seen if not one.fits]
    first_trouble = next((trouble for trouble in troubles if trouble is not None), None)
    if first_trouble is not None and len({one.key for one in wrong}) < 2:
        return first_trouble
    numbers = number_finding(seen, evidence["source"]) if wrong else None
    if numbers is not None and numbers.mistake == "unexplained" and first_trouble is not None:
        return first_trouble
    if any(one.forgot for one in seen):
        numbers = None  # of a model without its averages: any likeness to a mistake's numbers is chance
    found = [numbers, _mode(seen), _state(seen), _graph(seen)]
    if numbers is not None and numbers.mistake == "unexplained":
        found.sort(key=lambda one: one is None or one.mistake not in CHANGED)
    return _joined([one for one in found if one is not None]) or PASSED


def _mode(seen: list[Sitting]) -> Finding | None:
    words = {True: "train", False: "eval"}
    for one in seen:
        before, after = one.exam["training"], one.told["training"]
        if before is not after:
            return Finding(
                "mode.not_restored",
                f"The model was handed over in {words[before]} mode and came back in {words[bool(after)]} mode.",
                f"{SAME_AS_BEFORE} Which mode was it in, and who remembers that?",
            )
    return None


def _state(seen: list[Sitting]) -> Finding | None:
    for one in seen:
        changed = one.changed()
        averages = [name for name in changed if "running" in name or "tracked" in name or "mask" in name]
        if averages:
            return _averages(one, averages[0])
        if changed:
            return Finding(
                "parameters.changed",
                f"The model's {changed[0]} is no longer what it was before the call.",
                SAME_AS_BEFORE,
            )
        converted = one.converted()
        if converted is not None:
            return converted
    return None


def _averages(one: Sitting, name: str) -> Finding:
    """The finding on running averages that moved, or that are those of a new layer."""
    said = f"The model's {name} is no longer what it was before the call"
    if one.forgot:
        return Finding(
            "buffers.changed",
            f"{said}: running mean and variance came back as 0 and 1, those of a layer that has seen no batch.",
            "What had BatchNorm kept from its training, and which line made it forget that?",
        )
    in_train = any(told["train"] for told in one.told["forwards"])
    hint = "In which mode does BatchNorm move its running averages?" if in_train else SAME_AS_BEFORE
    return Finding("buffers.changed", f"{said}.", hint)


def _graph(seen: list[Sitting]) -> Finding | None:
    for one in seen:
        for which, told in zip(("first", "second"), one.told["pair"], strict=True):
            if told.get("graph"):
                return Finding(
                    "gradient.kept",
                    f"{one.called} gave a tensor as its {which} result that carries the graph of every minibatch.",
                    "What does it cost to keep such a result, and what would be left of it as a plain number?",
                )
    return None


def _joined(found: list[Finding]) -> Finding | None:
    """The first finding; the others are told with it, but for what train mode brings with it."""
    if not found:
        return None
    first, *rest = found
    more = [one.message for one in rest if one.mistake != "buffers.changed" or first.mistake != "mode.eval_missing"]
    other = "The numbers are" if rest and rest[0].mistake == "unexplained" else "Something else is"
    also = f" {other} wrong as well: {' '.join(more)}" if more else ""
    return Finding(first.mistake, f"{first.message}{also}", first.hint)


CHECKS = (
    Check("check_batchnorm_update", "batchnorm_update", 4, batchnorm.challenge, batchnorm.BATCHNORM_UPDATE.judge),
    Check("check_evaluate", "evaluate", 6, challenge, judge),
)
