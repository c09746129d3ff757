"""Judges the list of losses that `train` returns, and names what is wrong with it.

The list is held against the student's own training: where another fault sent the weights elsewhere, the losses
expected are those along the way they went, computed by the judge. So a fault of the updates costs once.
A mistake is a rule by which a history arises. It is named where one rule gives every history of the student's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from autograder.judges.finding import Finding
from autograder.judges.mnist.ledger import Ledger, own_ledgers, penalty_sent, right_ledger
from autograder.judges.mnist.trial import Trial, epoch_count
from autograder.judges.numbers.words import quoted, shown
from autograder.plain import Array

RELATIVE, ABSOLUTE = 1e-3, 1e-6

HINTS = {
    "history.not_reset": "What does the running loss hold when the second epoch begins?",
    "history.sum": "How does the sum of an epoch's losses become their mean?",
    "history.last_batch": "Which of the epoch's losses does an entry know of?",
    "history.first_batch": "Which of the epoch's losses does an entry know of?",
    "history.divisor": "How many terms are in the sum that is divided?",
    "history.after_step": "At which weights is the loss taken: before or after the update?",
    "batch.dropped": "Which of the epoch's losses are in the sum, and which are counted?",
    "loss.other_function": "Which loss do the entries tell of: that of the loss_fn that was passed, or another one?",
    "sign.flipped": "Is a loss the smaller the better, and what does its sign do here?",
    "log.bits": "In which unit does the loss function answer, and in which does the task ask?",
    "loop.overwritten": "Under which loop does each line that makes or fills the list stand?",
    "rounded": "How many digits may an entry of the history keep?",
    "unexplained": "What does the task ask of an epoch's losses: one of them, or their mean?",
}
NO_NUMBERS = {"'": "a str", '"': "a str", "{": "a dict", "None": "None"}  # how the repr of an entry begins


def history_findings(tried: Sequence[tuple[Trial, Finding | None]], witnesses: Sequence[Trial] = ()) -> list[Finding]:
    """What may be wrong with the histories of these trials, likeliest first; empty where nothing is.

    With each trial comes what is wrong with its updates; it is the reason where the history cannot be judged.
    A name explains every history: also a right one, and those of the `witnesses`, which by themselves cost nothing.
    """
    judged = [_judged(trial, update) for trial, update in tried]
    wrong, plain = next(((i, plain) for i, (plain, _) in enumerate(judged) if plain is not None), (0, None))
    if plain is None:
        return []
    names = [_named(trial, ledgers) for (trial, _), (_, ledgers) in zip(tried, judged, strict=True)]
    sure = [_named(one, [right_ledger(one)]) for one in witnesses if one.told["outcome"] == "value" and one.right]
    named = [
        finding
        for rule, finding in names[wrong].items()
        if all(rule in fits for fits in names)
        # a loss of its own, after the step, may be taken in eval mode, where a witness with Dropout gives another one
        and (finding.mistake == "history.after_step" or all(rule in fits for fits in sure))
    ]
    return named or [plain]


def _judged(trial: Trial, update: Finding | None) -> tuple[Finding | None, list[Ledger]]:
    """What is plainly wrong with one history, None where nothing is; and the ledgers to hold rules against."""
    returned, asked = trial.told["returned"], trial.problem["epochs"]
    unfit = _unfit(trial, returned)
    if unfit is not None:
        return unfit, []
    history = _numbers(trial)
    if np.isnan(history).any():
        told = f"{trial.calling} gave {shown(history)}."
        return Finding("returns.nan", told, "Which operation can give nan here?"), []
    ledgers = [right_ledger(trial)] if trial.right else list(own_ledgers(trial))
    if update is not None and (not ledgers or update.mistake == "loop.early_return"):
        return update, []
    if not ledgers:
        return _unexplained(trial, history, None), []
    if update is not None and len(history) == asked and all(one.epochs != asked for one in ledgers):
        return (update if all(_differs(history, one) for one in ledgers) else _graph(trial)), []
    if any(not _differs(history, ledger) for ledger in ledgers):
        graph = _graph(trial)
        return graph, [] if graph else ledgers
    if update is not None and update.mistake == "batch.repeated":
        return update, ledgers
    fitting = [one for one in ledgers if one.epochs == len(history)]
    return _unexplained(trial, history, (fitting or ledgers)[0]), ledgers


def _numbers(trial: Trial) -> Array:
    """The history as numbers, `(epochs,)` where each entry holds one."""
    history: Array = np.asarray(trial.told["returned"]["array"], dtype=np.float64)
    return history.reshape(-1) if history.ndim > 1 and history.size == len(history) else history


def state_kept(first: Trial, second: Trial) -> Finding | None:
    """The finding where the second call's history begins with all of the first call's."""
    one, two = first.told["returned"], second.told["returned"]
    if one["kind"] != "array" or two["kind"] != "array" or not 0 < first.entries < second.entries:
        return None
    if not second.story.calls or not np.array_equal(one["array"], two["array"][: first.entries]):
        return None
    return Finding(
        "state.kept",
        f"The second call gave {second.entries} numbers; the first {first.entries} are those of the call before.",
        "Where is the list made: anew in each call, or once for all of them?",
    )


def _unfit(trial: Trial, returned: dict[str, Any]) -> Finding | None:
    kind, asked = returned["kind"], epoch_count(trial.problem["epochs"])
    if kind == "none" or (kind == "array" and returned["array"].size == 0):
        given = "None" if kind == "none" else "an empty list"
        return Finding(
            "history.missing",
            f"{trial.calling} gave {given} where the mean losses of {asked} are asked for.",
            "What should the caller hold in hand when training is over?",
        )
    if kind == "array":
        return None
    text = quoted(returned.get("text")) or kind
    if "tensor(" in text:
        return Finding(
            "history.tensors",
            f"{trial.calling} gave {text}: tensors that do not hold one number each.",
            "What is one entry of the history: which single number?",
        )
    entry = re.match(r"(?:array\()?[\[(]+(['\"{]|None)", text)
    if entry:
        return Finding(
            "returns.type",
            f"{trial.calling} gave {text}: the first entry is {NO_NUMBERS[entry[1]]}, where a number is asked for.",
            "What is one entry of the history: which single number?",
        )
    return Finding(
        "returns.type",
        f"{trial.calling} gave a {quoted(returned.get('type'))} where a list of {asked}' mean losses is asked for.",
        "What kind of value does the task ask for?",
    )


def _graph(trial: Trial) -> Finding | None:
    if not trial.told["returned"].get("graph"):
        return None
    return Finding(
        "loss.detached_history",
        f"The {trial.problem['epochs']} entries are right, but each still carries the graph it was computed with.",
        "What does a loss that is kept keep in memory with it, and what of it is needed?",
    )


def _near(history: Array, predicted: Array) -> bool:
    """Whether they agree, as far as the prediction goes."""
    if history.ndim != 1 or not 0 < len(predicted) <= len(history):
        return False
    return bool(np.allclose(history[: len(predicted)], predicted, rtol=RELATIVE, atol=ABSOLUTE))


def _differs(history: Array, ledger: Ledger) -> bool:
    if len(history) > ledger.epochs == 1 and not history[1:].any():  # no minibatch came any more: nothing to add up
        history = history[:1]
    return not (len(history) == ledger.epochs and any(_near(history, one) for one in ledger.means(ledger.before)))


def _named(trial: Trial, ledgers: list[Ledger]) -> dict[str, Finding]:
    """The findings whose rule gives this trial's history, by rule, likeliest first."""
    if not ledgers or trial.told["returned"]["kind"] != "array":
        return {}
    history = _numbers(trial)
    found = _per_batch(trial, history, ledgers[0])
    for ledger in ledgers:
        for rule, name, says in _rules(trial, history, ledger):
            means = ledger.means(ledger.before)[0]
            told = f"{trial.calling} gave {shown(history)}, expected {shown(means)}: {says}."
            found.setdefault(rule, Finding(name, told, HINTS[name]))
    return found


def _per_batch(trial: Trial, history: Array, ledger: Ledger) -> dict[str, Finding]:
    """The finding where there is one number for each minibatch, be it in a list for each epoch."""
    losses, asked = np.concatenate(ledger.before), trial.problem["epochs"]
    if history.size != sum(len(one) for one in ledger.before) or history.size == asked:
        return {}
    if history.ndim == 1:
        told = f"{history.size} numbers: one for each minibatch, where {asked} are asked for"
        hint = "Under which of the two loops does the append stand?"
    elif _near(history.reshape(-1), losses):
        told = f"{len(history)} entries that hold the losses of all minibatches, where each is to be one number"
        hint = "What becomes of an epoch's losses before they are one entry of the history?"
    else:
        return {}
    return {"per_batch": Finding("history.per_batch", f"{trial.calling} gave {told}.", hint)}


def _rules(trial: Trial, history: Array, ledger: Ledger) -> Iterator[tuple[str, str, str]]:
    """(rule, id, what to say) of each rule that gives this history. A rule is called alike in all trials."""
    means = ledger.means(ledger.before)[:2]
    if history.shape == (1,) != means[0].shape and any(_near(history, one[-1:]) for one in means):
        yield "last", "loop.overwritten", "only the last epoch's loss is there"
    if history.shape != means[0].shape:
        return
    for number, (name, predicted, says) in enumerate(_faults(trial, ledger)):
        if _near(history, predicted) and len(predicted) == len(history):
            yield f"{number}", name, says
    cut = "no digit after the point is left"
    for digits, says in enumerate([cut] + [f"rounded to {n} digit{'s' * (n > 1)} after the point" for n in (1, 2, 3)]):
        if any(np.abs(history - one.round(digits)).max() < 1e-9 for one in means):
            yield f"{digits} digits", "rounded", says
    if any(np.abs(history - np.floor(one)).max() < 1e-9 for one in means):
        yield "floor", "rounded", cut


def _faults(trial: Trial, ledger: Ledger) -> Iterator[tuple[str, Array, str]]:
    """(id, the history it predicts, what to say), in order of likelihood; as many and in one order in all trials."""
    n, sums = len(trial.twin.batches), ledger.sums(ledger.before)
    counts, seen = np.array([len(v) for v in ledger.before]), np.array([b.sum() for b in ledger.sizes])
    grown = "the losses of earlier epochs are still in the sum"
    for total, over in zip(sums, (counts, seen), strict=True):
        yield "history.not_reset", total.cumsum() / over, grown
        yield "history.not_reset", total.cumsum() / over.cumsum(), grown
        yield "history.not_reset", total.cumsum(), grown
        yield "history.sum", total, "these are sums, not means"
    yield from _picked(ledger, n)
    late = "the losses were taken after the weights had moved"
    for one in ledger.means(ledger.after)[:2] + ledger.means(ledger.closing)[:2]:
        yield "history.after_step", one, late
    for total, after in zip(sums, ledger.sums(ledger.after), strict=True):
        yield "history.after_step", after, f"{late}, and these are their sums"
        for name, d in ledger.divisors.items():
            yield "history.divisor", total / d, f"a sum of losses was divided by {name}"
            yield "history.not_reset", total.cumsum() / d, grown
            yield "history.after_step", after / d, f"{late}, and their sum was divided by {name}"
    others = "these are means of the plain cross-entropy, not of the loss_fn that was passed"
    for one, other in zip(ledger.means(ledger.before)[:2], ledger.means(ledger.plain)[:2], strict=True):
        yield "sign.flipped", -one, "the sign is flipped"
        yield "log.bits", one / np.log(2), "the losses are in bits"
        yield "loss.other_function", other, others
    for one in ledger.means(ledger.with_penalty(penalty_sent(trial)))[:2]:
        yield "loss.other_function", one, "the penalty on the weights that was sent back is in the entries too"


def _picked(ledger: Ledger, n: int) -> Iterator[tuple[str, Array, str]]:
    """The histories of those who take some of the epoch's losses only.

    The last one may in all epochs be the smallest too. Then the place is told, by which far more go wrong.
    """
    last, first = np.array([v[-1] for v in ledger.before]), np.array([v[0] for v in ledger.before])
    for scale, says in ((1, ""), (n, ", and its loss is divided by their number")):
        yield "history.last_batch", last / scale, f"only the last minibatch of each epoch counts{says}"
        yield "history.first_batch", first / scale, f"only the first minibatch of each epoch counts{says}"
    ranked = [np.sort(v) for v in ledger.before]
    ranks = {
        "the smallest": [v[0] for v in ranked],
        "the largest": [v[-1] for v in ranked],
        "the median": [np.median(v) for v in ranked],
        "the lower median": [v[(len(v) - 1) // 2] for v in ranked],
        "the upper median": [v[len(v) // 2] for v in ranked],
    }
    for name, one in ranks.items():
        yield "unexplained", np.array(one), f"each entry is {name} of its epoch's losses"
    counts, seen = np.array([len(v) for v in ledger.before]), np.array([b.sum() for b in ledger.sizes])
    total, weighted = ledger.sums([v[:-1] for v in ledger.before])
    fewer = seen - np.array([b[-1] for b in ledger.sizes])
    for one in (total / counts, total / np.maximum(counts - 1, 1), weighted / seen, weighted / np.maximum(fewer, 1)):
        yield "batch.dropped", one, "the loss of each epoch's last minibatch is left out"


def _unexplained(trial: Trial, history: Array, ledger: Ledger | None) -> Finding:
    gave = f"{trial.calling} gave {shown(history)}"
    if ledger is None:
        return Finding(
            "unexplained",
            f"{gave}, which are not the mean losses of these epochs.",
            "Which losses are added up, and by what is the sum divided?",
        )
    if history.ndim > 1:
        return Finding(
            "returns.shape",
            f"{gave}: each of the {len(history)} entries holds {history[0].size} numbers, where one is asked for, the "
            "mean loss of its epoch.",
            "What is one entry of the history: which single number?",
        )
    firsts = [_first_apart(history, one) for one in ledger.means(ledger.before)[:2]]
    best = max((0, 1), key=lambda i: firsts[i])  # the mean that the history keeps to for longer
    first, means = firsts[best], ledger.means(ledger.before)[best]
    name, count = "unexplained", ""
    hint = "Which losses are added up in that epoch, and by what is the sum divided?"
    if history.shape != means.shape:
        given = f"{len(history)} number{'s' * (len(history) > 1)}"
        name, count = "returns.shape", f"{given}, where one per epoch is asked for, {len(means)} in all; "
        when = "" if len(history) > len(means) else ", and when is none added"
        hint = f"Under which of the two loops is an entry added to the history{when}?"
    return Finding(name, f"{gave}, expected {shown(means)}: {count}first different in epoch {first + 1}.", hint)


def _first_apart(history: Array, means: Array) -> int:
    """The first epoch, from 0, in which two histories differ; an epoch that one of them does not tell of differs."""
    shorter = min(len(history), len(means))
    near = np.isclose(history[:shorter], means[:shorter], rtol=RELATIVE, atol=ABSOLUTE)
    return shorter if near.all() else int(np.argmin(near))
