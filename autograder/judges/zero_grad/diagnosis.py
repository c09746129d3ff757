"""Judges `diagnose`: recorded loops of every kind, and what each was taken for.

A record is what a loop left behind: each minibatch's gradient, and the gradient that the update used. Loops of all
four kinds are run here on one small problem after another. Most records hold numbers whose sums are exact in any
order, so that comparing with == does no harm. Some come again with the used gradients a few last bits off, as they
are where a sum was taken in another order. Some start where the first minibatch's gradient is 0, or meet the same
gradient twice. Every record is of one kind only: the other three miss it by a wide margin.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from autograder.judges.finding import Challenge, Evidence, Finding
from autograder.judges.numbers.outcomes import outcome_trouble, value_trouble
from autograder.judges.numbers.words import quoted, shown, with_article
from autograder.plain import Array

KINDS = ("correct", "accumulates", "erased", "stale")
APART = 0.5  # a record differs from what another kind would have left by at least so much, in some entry
CALL: dict[str, Any] = {"args": ["steps"], "kwargs": {}}

_ASK = {
    "correct": "Step by step: whose gradient did the update use?",
    "accumulates": "Which gradients are in the one that the second update used?",
    "erased": "What does an update do whose gradient is all zeros?",
    "stale": "Which minibatch does the gradient come from that the second update used?",
}


def used_by(kind: str, batch: Array) -> Array:
    """The gradients `(k, d)` that a loop of this kind uses, given its minibatches' gradients `(k, d)`."""
    if kind == "correct":
        return batch.copy()
    if kind == "accumulates":
        return batch.cumsum(axis=0)
    if kind == "erased":
        return np.zeros_like(batch)
    return np.concatenate([np.zeros_like(batch[:1]), batch[:-1]])


def kind_of(record: dict[str, Any]) -> str:
    """The kind of loop whose record this is: the nearest, by far."""
    batch, used = record["batch"], record["used"]
    return min(KINDS, key=lambda kind: float(np.abs(used - used_by(kind, batch)).max()))


def challenge(rng: np.random.Generator) -> Challenge:
    """Records of all kinds in a mixed order, none with its answer: the student's process sees them. The last is the
    first again.
    """
    records: list[dict[str, Any]] = []
    for kind in KINDS:
        records.append(_record(rng, kind, 3, 4))
        records.append(_record(rng, kind, int(rng.integers(10, 16)), 3))
        records.append(_record(rng, kind, 5, 1))
        records.append(_record(rng, kind, 4, 5, twice=True))
        if kind != "erased":
            records.append(_record(rng, kind, 5, 3, zero_first=True))
            records += [records[i] | {"used": _last_bits(rng, records[i]["used"])} for i in (-5, -4)]
    mixed = [records[i] for i in rng.permutation(len(records))]
    told = [one | {"by": "keyword" if i % 2 else "position"} for i, one in enumerate(mixed)]
    return {"records": [*told, told[0]]}


def _record(
    rng: np.random.Generator, kind: str, k: int, d: int, zero_first: bool = False, twice: bool = False
) -> dict[str, Any]:
    """The record of a loop of k updates of d weights, drawn again until it can be of one kind only."""
    while True:
        batch = _loop(rng, kind, k, d, zero_first, twice)
        used = used_by(kind, batch)
        others = [used_by(other, batch) for other in KINDS if other != kind]
        if all(np.abs(used - other).max() >= APART for other in others):
            return {"batch": batch, "used": used}


def _loop(rng: np.random.Generator, kind: str, k: int, d: int, zero_first: bool, twice: bool) -> Array:
    """The minibatches' gradients: minibatch i has the loss |w - c_i|^2 / 2 times its steepness, rounded to 64ths."""
    w, lr = rng.normal(0, 3, d), float(rng.uniform(0.2, 0.6))
    centres, steep = rng.normal(0, 2, (k, d)), rng.uniform(0.5, 1.5, (k, 1))
    if zero_first:
        centres[0] = w
    batch: Array = np.zeros((k, d))
    for i in range(k):
        batch[i] = np.rint(64 * steep[i] * (w - centres[i])) / 64
        if twice and i == 1:
            batch[1] = batch[0]
        w = w - lr * used_by(kind, batch[: i + 1])[i]
    return batch


def _last_bits(rng: np.random.Generator, used: Array) -> Array:
    """The same numbers, each one to three last bits off; zeros stay."""
    return used * (1 + rng.choice([-3, -2, 2, 3], used.shape) * np.finfo(np.float64).eps)


@dataclass(frozen=True)
class _Said:
    """One record and what was said of it."""

    record: dict[str, Any]
    answer: str

    @property
    def kind(self) -> str:
        return kind_of(self.record)

    @property
    def right(self) -> bool:
        return self.answer == self.kind

    @property
    def rounded(self) -> bool:
        """Whether the used gradients are off in the last bits."""
        return not np.array_equal(self.record["used"], used_by(self.kind, self.record["batch"]))

    @property
    def shown(self) -> str:
        """`a record of 3 updates that starts (batch [1, 2], used [0, 0]), ...`."""
        pairs = [
            f"(batch {shown(x)}, used {shown(y)})"
            for x, y in zip(self.record["batch"][:3], self.record["used"][:3], strict=True)
        ]
        return f"a record of {len(self.record['batch'])} updates that starts {', '.join(pairs)}"


def judge(challenge: Challenge, evidence: Evidence) -> Finding:
    """The finding on `evidence["calls"]`, one per record of the challenge."""
    records, told = challenge["records"], cast("list[Evidence]", evidence["calls"])
    said: list[_Said] = []
    troubles: list[Finding] = []
    for record, one in zip(records, told, strict=False):
        trouble = outcome_trouble("diagnose", CALL, one) or _no_text(one)
        if trouble is None:
            said.append(_Said(record, str(one["answer"])))
        elif trouble.mistake in ("error.timeout", "error.undefined", "error.arguments"):
            return trouble
        else:
            troubles.append(trouble)
    if len(told) != len(records):
        raise ValueError("the evidence has another number of calls than the challenge")
    wrong = [one for one in said if not one.right]
    modified = any(one.get("modified") is not False for one in told if one["outcome"] == "value")
    if not wrong and not troubles:
        return _modified() if modified else Finding(None, "Every recorded loop was told from the others.")
    return (
        _exact(said, troubles, records)
        or (troubles[0] if troubles else None)
        or _spelling(said)
        or _constant(said)
        or (_modified() if modified else None)
        or _kept(said)
        or _confused(said)
    )


def _no_text(one: Evidence) -> Finding | None:
    if isinstance(one.get("answer"), str):
        return None
    trouble = value_trouble("diagnose", CALL, one, np.zeros(()))
    if trouble is not None and trouble.mistake == "returns.none":
        return trouble
    value = one["value"]
    text = f", {quoted(value['text'])}" if value.get("text") else ""
    return Finding(
        "returns.type",
        f"diagnose(steps) gave {with_article(quoted(value.get('type')))}{text}, expected one word for the record.",
        "What does the task call the four kinds of loops?",
    )


def _exact(said: list[_Said], troubles: list[Finding], records: list[dict[str, Any]]) -> Finding | None:
    """Right wherever numbers are exactly equal, and wrong only where they differ in the last bits."""
    wrong = [one for one in said if not one.right]
    exact = [one for one in said if not one.rounded]
    due = sum(not _Said(one, "").rounded for one in records)
    if len(exact) != due or any(not one.rounded for one in wrong):
        return None
    answer = f"{quoted(wrong[0].answer)!r} was said of it" if wrong else troubles[0].message
    first = wrong[0] if wrong else next(_Said(one, "") for one in records if _Said(one, "").rounded)
    off = np.abs(first.record["used"] - used_by(first.kind, first.record["batch"])).max()
    return Finding(
        "diagnose.exact_equality",
        f"All records with exact numbers were told right. In {first.shown} the used gradients are off by at most "
        f"{off:.1g}, as after a sum in another order: {answer}.",
        "What does 0.1 + 0.2 == 0.3 give, and how should two gradients be compared?",
    )


def _spelling(said: list[_Said]) -> Finding | None:
    """The four kinds told apart, by other words than those of the task; or a word that nearly is one of them."""
    wrong = [one for one in said if not one.right]
    other = [one for one in wrong if one.answer not in KINDS]
    if not other:
        return None
    words = {kind: {one.answer for one in said if one.kind == kind} for kind in KINDS}
    apart = all(len(answers) == 1 for answers in words.values()) and len(set.union(*words.values())) == len(KINDS)
    apart = apart and len(other) == len(wrong)
    close = all(_nearest(one.answer) == one.kind for one in wrong)
    if not apart and not close:
        return None
    return Finding(
        "diagnose.spelling",
        f"The four kinds of loops were told apart, but {quoted(other[0].answer)!r} is not one of the task's words.",
        "How exactly does the task spell its four answers?",
    )


def _nearest(answer: str) -> str | None:
    close = difflib.get_close_matches(answer.strip().strip("'\".").lower(), KINDS, n=1, cutoff=0.7)
    return close[0] if close else None


def _constant(said: list[_Said]) -> Finding | None:
    if len({one.answer for one in said}) > 1:
        return None
    return Finding(
        "argument.ignored",
        f"diagnose said {quoted(said[0].answer)!r} of each of {len(said)} records, which are of four kinds.",
        "Which numbers of a record does the answer depend on?",
    )


def _kept(said: list[_Said]) -> Finding | None:
    first, again = said[0], said[-1]
    if first.answer == again.answer:
        return None
    return Finding(
        "state.kept",
        f"The same record was called {quoted(first.answer)!r} at first and {quoted(again.answer)!r} when shown again.",
        "Which name keeps its value from one call to the next, and where should it start afresh?",
    )


def _modified() -> Finding:
    return Finding(
        "input.modified",
        "The recorded gradients were changed by the call.",
        "Which line writes into the record instead of a new array?",
    )


def _confused(said: list[_Said]) -> Finding:
    wrong = [one for one in said if not one.right]
    pairs = [(one.kind, one.answer) for one in wrong]
    counts = {pair: pairs.count(pair) for pair in dict.fromkeys(pairs)}
    told = "; ".join(
        f"{n} of {sum(one.kind == kind for one in said)} {kind!r} taken for {quoted(answer)!r}"
        for (kind, answer), n in list(counts.items())[:4]
    )
    shortest = min(wrong, key=lambda one: one.record["batch"].size)
    return Finding("diagnose.confused", f"{told}. One of them: {shortest.shown}.", _ASK[shortest.kind])
