"""Names where zero_grad stands when it stands wrong.

Each update should use the gradients that arrived since the update before, and no others. The story tells which
it used; where zero_grad was called, and on what, only chooses among names for the same behaviour.
"""

from __future__ import annotations

from autograder.judges.finding import Finding
from autograder.judges.mnist.batches import batches_of
from autograder.judges.mnist.trial import Trial
from autograder.judges.numbers.words import times
from autograder.judges.training.used import Used, emptied_elsewhere, used_by_updates, used_without_updates

_ASK_ACCUMULATE = "What does backward do with a .grad that is not empty, and when should it be empty?"


def zero_fault(trial: Trial, update: Finding | None) -> Finding | None:
    """What is wrong with zero_grad in one trial, or None; `update` is what is wrong with its updates."""
    story = trial.story
    if not story.arrivals or any(one.known is None for one in story.arrivals if one.arrived is not None):
        return update or _unjudgeable()
    used = used_by_updates(story)
    if not used:
        used = used_without_updates(story)
    if not used or (len(used) == 1 and not story.zeroed):
        return update or _unjudgeable()
    if any(one.taken is not None and one.taken > one.fresh for one in used):
        return _accumulates(trial, used)
    if any(one.by_parameter and max((n or 0) for n in one.by_parameter) > one.fresh for one in used):
        return Finding(
            "zero_grad.partial",
            f"The update after minibatch {_first(used)} still used old gradients in some of the parameters.",
            "Whose .grad is emptied, and whose is not?",
        )
    if any(one.taken == 0 for one in used) and (update is None or update.mistake != "step.before_backward"):
        return _erased(trial, used)
    if any(one.taken is None and not one.own_in_part for one in used):
        return update or _unjudgeable()
    return None


def _accumulates(trial: Trial, used: list[Used]) -> Finding:
    story = trial.story
    first = next(one for one in used if one.taken is not None and one.taken > one.fresh)
    one_each = len(story.arrivals) <= len(story.passes)
    place, what = (f"minibatch {first.arrivals}", "minibatches' gradients") if one_each else _counted(first.arrivals)
    observed = f"The update after {place} used " + (
        "old gradients besides its own" if first.changed else f"the sum of the last {first.taken} {what}"
    )
    starts = [one.start for one in used if one.start is not None]
    if not any(starts):
        return _never(trial, observed)
    if all(start == _epoch_start(trial, one.arrivals - 1) for one, start in zip(used, starts, strict=False)):
        return Finding(
            "zero_grad.once_per_epoch",
            f"{observed}; .grad was emptied only between epochs.",
            "Under which of the two loops does zero_grad stand?",
        )
    return Finding(
        "zero_grad.every_few_batches",
        f"{observed}; .grad was emptied {times(len(set(starts)) - 1)} between {len(story.arrivals)} minibatches.",
        _ASK_ACCUMULATE,
    )


def _counted(arrivals: int) -> tuple[str, str]:
    """How the place of an update and its gradients are told where a minibatch sends more than one."""
    return f"backward number {arrivals}", "gradients that arrived"


def _never(trial: Trial, observed: str) -> Finding:
    story = trial.story
    own = [on for on in story.zeroed if on in ("optimizer", "classifier")]
    others = [on for on in story.zeroed if on not in ("optimizer", "classifier")]
    if own:
        return Finding(
            "zero_grad.once",
            f"{observed}: zero_grad was called {times(len(own))}, but never between two updates.",
            "How often does .grad have to be emptied?",
        )
    if others:
        return emptied_elsewhere(observed, others)
    if trial.uncalled("zero_grad"):
        return Finding(
            "zero_grad.not_called",
            f"{observed}: zero_grad is named, not called.",
            "What does Python do with a function's name that has no parentheses after it?",
        )
    return Finding("zero_grad.never", f"{observed}: .grad was never emptied.", _ASK_ACCUMULATE)


def _erased(trial: Trial, used: list[Used]) -> Finding:
    n = next(one.arrivals for one in used if one.taken == 0)
    story = trial.story
    whose = f"Minibatch {n}'s gradient" if len(story.arrivals) <= len(story.passes) else f"Gradient number {n}"
    effect = ""
    if all(one.taken == 0 for one in used):
        moved = bool((trial.weights != trial.twin.start).any())
        effect = ": only weight decay moved the weights" if moved else ": the weights never moved"
    return Finding(
        "zero_grad.before_step",
        f"{whose} arrived, but .grad was empty when the optimizer stepped{effect}.",
        "What does the step find in .grad when it comes after zero_grad?",
    )


def _epoch_start(trial: Trial, arrival: int) -> int:
    """The number of the first arrival in the epoch of an arrival."""
    order = batches_of(trial)
    start = arrival
    while 0 < start < len(order) and (order[start - 1] or 0) < (order[start] or 0):
        start -= 1
    return start


def _first(used: list[Used]) -> int:
    return next(one.arrivals for one in used if one.taken is None)


def _unjudgeable() -> Finding:
    return Finding(
        "unexplained",
        "No gradient that this training used could be traced back to a minibatch.",
        "What does each line of the loop leave in .grad?",
    )
