"""Judges the list of losses that `train` returns, and names what is wrong with it.

The list is held against the student's own training: where another fault sent the weights elsewhere, the losses
expected are those along the way they went, computed by the judge. So a fault of the updates costs once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.judges.finding import Finding
from autograder.judges.mnist.ledger import Ledger, own_ledgers, right_ledger
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
    "sign.flipped": "Is a loss the smaller the better, and what does its sign do here?",
    "log.bits": "In which unit does the loss function answer, and in which does the task ask?",
}


def history_findings(trial: Trial, update: Finding | None) -> list[Finding]:
    """What may be wrong with the history of one trial, likeliest first; empty where nothing is.

    `update` is what is wrong with the trial's updates; it is the reason where the history cannot be judged.
    """
    returned, asked = trial.told["returned"], trial.problem["epochs"]
    unfit = _unfit(trial, returned)
    if unfit is not None:
        return [unfit]
    history: Array = np.asarray(returned["array"], dtype=np.float64)
    if history.ndim > 1 and history.size == len(history):
        history = history.reshape(-1)
    if np.isnan(history).any():
        return [Finding("returns.nan", f"{trial.calling} gave {shown(history)}.", "Which operation can give nan here?")]
    if trial.right and not _differs(history, right_ledger(trial)):
        return _graph(trial)
    ledgers = [right_ledger(trial)] if trial.right else list(own_ledgers(trial))
    if update is not None and (not ledgers or update.mistake == "loop.early_return"):
        return [update]
    if not ledgers:
        return [_unexplained(trial, history, None)]
    if update is not None and len(history) == asked and all(one.epochs != asked for one in ledgers):
        return [update] if all(_differs(history, one) for one in ledgers) else _graph(trial)
    if any(not _differs(history, ledger) for ledger in ledgers):
        return _graph(trial)
    passes = sum(len(one) for one in ledgers[0].before)
    if history.size == passes and history.size != asked:
        return [
            Finding(
                "history.per_batch",
                f"{trial.calling} gave {history.size} numbers: one for each minibatch, where {asked} are asked for.",
                "Under which of the two loops does the append stand?",
            )
        ]
    named = [one for ledger in ledgers for one in _named(trial, history, ledger)]
    if not named and update is not None and update.mistake == "batch.repeated":
        return [update]
    fitting = [one for one in ledgers if one.epochs == len(history)]
    return named or [_unexplained(trial, history, (fitting or ledgers)[0])]


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
    return Finding(
        "returns.type",
        f"{trial.calling} gave a {quoted(returned.get('type'))} where a list of {asked}' mean losses is asked for.",
        "What kind of value does the task ask for?",
    )


def _graph(trial: Trial) -> list[Finding]:
    if not trial.told["returned"].get("graph"):
        return []
    return [
        Finding(
            "loss.detached_history",
            f"The {trial.problem['epochs']} entries are right, but each still carries the graph it was computed with.",
            "What does a loss that is kept keep in memory with it, and what of it is needed?",
        )
    ]


def _near(history: Array, predicted: Array) -> bool:
    """Whether they agree, as far as the prediction goes."""
    if history.ndim != 1 or not 0 < len(predicted) <= len(history):
        return False
    return bool(np.allclose(history[: len(predicted)], predicted, rtol=RELATIVE, atol=ABSOLUTE))


def _differs(history: Array, ledger: Ledger) -> bool:
    if len(history) > ledger.epochs == 1 and not history[1:].any():  # no minibatch came any more: nothing to add up
        history = history[:1]
    return not (len(history) == ledger.epochs and any(_near(history, one) for one in ledger.means(ledger.before)))


def _named(trial: Trial, history: Array, ledger: Ledger) -> Iterator[Finding]:
    means = ledger.means(ledger.before)[:2]
    observed = f"{trial.calling} gave {shown(history)}, expected {shown(means[0])}"
    if history.shape != means[0].shape:
        yield from _of_another_length(trial, history, means, observed)
        return
    for name, predicted, says in _faults(trial, ledger):
        if _near(history, predicted) and len(predicted) == len(history):
            yield Finding(name, f"{observed}: {says}.", HINTS[name])
    for digits in range(4):
        if any(np.abs(history - one.round(digits)).max() < 1e-9 for one in [*means, *np.floor(means)]):
            yield Finding(
                "rounded",
                f"{observed}: rounded to {digits} digits.",
                "How many digits may an entry of the history keep?",
            )


def _of_another_length(trial: Trial, history: Array, means: list[Array], observed: str) -> Iterator[Finding]:
    if history.shape == (1,) and any(_near(history, one[-1:]) for one in means):
        yield Finding(
            "loop.overwritten",
            f"{observed}: only the last epoch's loss is there.",
            "Under which loop does each line that makes or fills the list stand?",
        )


def _faults(trial: Trial, ledger: Ledger) -> Iterator[tuple[str, Array, str]]:
    """(id, the history it predicts, what to say), in order of likelihood."""
    n, images, size, epochs = (
        len(trial.twin.batches),
        len(trial.twin.labels),
        trial.problem["batch_size"],
        trial.problem["epochs"],
    )
    sums = np.array([v.sum() for v in ledger.before])
    weighted = np.array([(v * b).sum() for v, b in zip(ledger.before, ledger.sizes, strict=True)])
    counts, seen = np.array([len(v) for v in ledger.before]), np.array([b.sum() for b in ledger.sizes])
    divisors = {"the number of images": images, "the batch size": size, "the number of epochs": epochs}
    divisors |= {f"{d}": d for d in (n - 1, n + 1, n * size, n * epochs, len(trial.twin.batches[-1]), 10)}
    divisors |= {"the number of minibatches": n, "images / batch size": images / size}
    grown = "the losses of earlier epochs are still in the sum"
    for total, over in ((sums, counts), (weighted, seen)):
        yield "history.not_reset", total.cumsum() / over, grown
        yield "history.not_reset", total.cumsum() / over.cumsum(), grown
        yield "history.not_reset", total.cumsum(), grown
        yield "history.sum", total, "these are sums, not means"
    last, first = np.array([v[-1] for v in ledger.before]), np.array([v[0] for v in ledger.before])
    for scale in (1, n):
        yield "history.last_batch", last / scale, "only the last minibatch of each epoch counts"
        yield "history.first_batch", first / scale, "only the first minibatch of each epoch counts"
    for one in ledger.means(ledger.after)[:2] + ledger.means(ledger.closing)[:2]:
        yield "history.after_step", one, "the losses were taken after the weights had moved"
    for name, d in divisors.items():
        for total in (sums, weighted):
            yield "history.divisor", total / d, f"a sum of losses was divided by {name}"
            yield "history.not_reset", total.cumsum() / d, grown
    for one in ledger.means(ledger.before)[:2]:
        yield "sign.flipped", -one, "the sign is flipped"
        yield "log.bits", one / np.log(2), "the losses are in bits"


def _unexplained(trial: Trial, history: Array, ledger: Ledger | None) -> Finding:
    if ledger is None:
        return Finding(
            "unexplained",
            f"{trial.calling} gave {shown(history)}, which are not the mean losses of these epochs.",
            "Which losses are added up, and by what is the sum divided?",
        )
    means = ledger.means(ledger.before)[0]
    if history.shape != means.shape:
        return Finding(
            "returns.shape",
            f"{trial.calling} gave {shown(history)}: numbers of shape {history.shape}, where one per epoch is asked "
            f"for, {len(means)} in all.",
            "Under which of the two loops is an entry added to the history?",
        )
    first = int(np.argmax(~np.isclose(history, means, rtol=RELATIVE)))
    return Finding(
        "unexplained",
        f"{trial.calling} gave {shown(history)}, expected {shown(means)}: first different in epoch {first + 1}.",
        "Which losses are added up in that epoch, and by what is the sum divided?",
    )
