"""Judges `diagnose`: what each recorded loop was taken for.

Right is decided by the answers alone. Where one kind was taken for another, the message shows a record, and how near
that comes to what a loop of the other kind would have left.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np

from autograder.judges.finding import Challenge, Evidence, Finding
from autograder.judges.numbers.outcomes import outcome_trouble, value_trouble
from autograder.judges.numbers.words import quoted, shown, with_article
from autograder.judges.zero_grad.recorded_loops import KINDS, SMALL, kind_of, used_by

CALL: dict[str, Any] = {"args": ["steps"], "kwargs": {}}

_ASK = {
    "correct": "Step by step: whose gradient did the update use?",
    "accumulates": "Which gradients are in the one that the second update used?",
    "erased": "What does an update do whose gradient is all zeros?",
    "stale": "Which minibatch does the gradient come from that the second update used?",
}


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
        or _constant(said)
        or _spelling(said)
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
    answer = f"{quoted(wrong[0].answer)!r} was said of it" if wrong else troubles[0].message.rstrip(".")
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
    meant = [replace(one, answer=_nearest(one.answer) or one.answer) for one in said]
    if not apart and any(one.answer not in KINDS for one in meant):
        return None
    ask = "How exactly does the task spell its four answers?"
    unknown = f"{quoted(other[0].answer)!r} is not one of the task's words"
    if apart or all(one.right for one in meant):
        return Finding("diagnose.spelling", f"The four kinds of loops were told apart, but {unknown}.", ask)
    return Finding("diagnose.spelling", f"{unknown}. Apart from the spelling: {_confused(meant).message}", ask)


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
    unknown = [one for one in wrong if not any(other.right and other.kind == one.kind for other in said)]
    shortest = min(unknown or wrong, key=lambda one: one.record["batch"].size)
    example, ask = f"{told}. One of them: {shortest.shown}.", _ASK[shortest.kind]
    if unknown:  # a kind that was never told right, whatever its records are like
        return Finding("diagnose.confused", example, ask)
    asks = {_likeness(one)[1] for one in wrong}
    says, common = _likeness(shortest)
    return Finding("diagnose.confused", f"{example} {says}".rstrip(), common if common and len(asks) == 1 else ask)


def _likeness(one: _Said) -> tuple[str, str]:
    """How near a record comes to the kind that it was taken for, and a question about that; empty where it does not."""
    if one.answer not in KINDS:
        return "", ""
    used, other = one.record["used"], used_by(one.answer, one.record["batch"])
    off, same = np.abs(used - other), np.isclose(used, other)
    would, rows, columns = f"what {one.answer!r} would have used", same.all(axis=1), same.all(axis=0)
    unlike = int(rows.argmin())
    if off.max() < 2 * SMALL:
        says = f"Its gradients are small: no used entry is further than {off.max():.2g} from {would}."
        return says, "How large are these gradients, and which difference between two of them is large?"
    if (off <= 0.3 * np.abs(used)).all():
        share = (off / np.where(used == 0, 1, np.abs(used))).max()
        says = f"No used entry is further than {share:.0%} of itself from {would}."
        return says, "By how much do two gradients differ that are the same but for rounding?"
    for what, of in (("entries, in some order,", np.sort), ("sum", np.sum), ("length", np.linalg.norm)):
        if np.allclose(of(used, axis=1), of(other, axis=1)):
            says = f"Each used gradient has the same {what} as {would}, but in update {unlike + 1} is another vector."
            return says, "What may differ between two vectors whose sums or lengths are the same?"
    if columns.any():
        alike, other = columns.argmax() + 1, columns.argmin() + 1
        says = f"In every update entry {alike} is {would}, entry {other} is not."
        return says, "Which entries of a gradient does the answer depend on?"
    if rows.any():
        says = (
            f"{rows.sum()} of its {rows.size} updates used {would}; update {unlike + 1} used {shown(used[unlike])}, "
            f"not {shown(other[unlike])}."
        )
        return says, "Which updates of a record does the answer depend on?"
    return "", ""
