"""Names what is wrong with the lines of a call: the model it ran, the order of backward and step, the images it used.

Each question looks at one thing in one call of `train_step` or `accumulated_step`, and answers with a finding or None.
"""

from __future__ import annotations

from typing import Any, cast

from autograder.judges.finding import Finding
from autograder.judges.numbers.words import times
from autograder.judges.zero_grad.turns import Turn

Facts = dict[str, Any]


def unused(turn: Turn) -> Finding | None:
    """The finding where the model that was passed never came into play."""
    story = turn.story
    if story.calls:
        return None
    if story.copies:
        return Finding(
            "model.ignored",
            f"In call {turn.number} a copy of the model was called {times(story.copies)}, the one passed never.",
            "Whose weights will the caller look at after the step?",
        )
    return Finding(
        "model.ignored",
        f"In call {turn.number} the model that was passed was never called.",
        "Which model does the function call: the parameter, or one from elsewhere in the notebook?",
    )


def backward_fault(turn: Turn) -> Finding | None:
    """The finding where no gradient arrived at all."""
    story = turn.story
    if story.arrivals:
        return None
    stepped = f", though the optimizer stepped {times(len(turn.steps))}" if turn.steps else ""
    return Finding(
        "backward.missing",
        f"In call {turn.number} no gradient arrived at the weights{stepped}.",
        "Which line sends the loss back to the weights, and is nothing cut between them?",
    )


def step_fault(turn: Turn, facts: Facts) -> Finding | None:
    """The finding where there is not one step of the passed optimizer, after a backward."""
    letters, stepped, k = turn.story.letters, len(turn.steps), len(turn.batches)
    if not stepped:
        return _no_step(turn, facts)
    if letters.find("S") < letters.find("B"):
        return Finding(
            "step.before_backward",
            f"In call {turn.number} the optimizer stepped before the first backward: .grad did not yet hold a gradient "
            "of this call.",
            "Which gradients lie in .grad at the moment of the step?",
        )
    if "H" in letters or "O" in letters:
        return Finding(
            "optimizer.ignored",
            f"In call {turn.number} the weights were also changed without the passed optimizer, "
            f"{times(letters.count('H') + letters.count('O'))}.",
            "Who alone should change the weights?",
        )
    if k > 1 and stepped >= k:
        return Finding(
            "accumulate.stepped_each",
            f"Call {turn.number} was given {k} minibatches, and the optimizer stepped {stepped} times: the weights had "
            "moved before the last minibatch was seen.",
            "How many updates does one big batch make, and when?",
        )
    if stepped > 1:
        return Finding(
            "step.every_few_batches" if k > 1 else "step.twice",
            f"In call {turn.number} the optimizer stepped {times(stepped)} for one update.",
            "How many updates should one call make?",
        )
    return None


def _no_step(turn: Turn, facts: Facts) -> Finding:
    letters = turn.story.letters
    if "H" in letters or "O" in letters:
        how = "by hand" if "H" in letters else "by another optimizer"
        return Finding(
            "optimizer.ignored",
            f"In call {turn.number} the passed optimizer never stepped; the weights were changed {how}.",
            "What does the passed optimizer know: its lr, momentum, weight decay, another rule?",
        )
    if uncalled(facts, "step"):
        return Finding(
            "step.not_called",
            f"In call {turn.number}, {turn.arrived}, but no weight moved: step is named, not called.",
            "What does Python do with a function's name that has no parentheses after it?",
        )
    return Finding(
        "step.missing",
        f"In call {turn.number}, {turn.arrived}, but the optimizer did not step.",
        "Which line turns gradients into new weights, and is it reached in every call?",
    )


def images_fault(turn: Turn, facts: Facts) -> Finding | None:
    """The finding where minibatches were altered, left out, or not those of the call."""
    passes = turn.story.trained
    for one in passes:
        if -1 in one.rows or not one.rows or one.fed is not None:
            return Finding(
                "input.altered",
                f"In call {turn.number} the model was fed a tensor of shape {one.shape} whose rows are not the images "
                "that were passed.",
                "What should happen to a minibatch before the model sees it?",
            )
    k = len(turn.batches)
    fed = [*passes, *turn.story.passes]
    seen = {i for one in fed for i, rows in enumerate(turn.batches) if set(rows) & set(one.rows)}
    if not seen:
        return Finding(
            "batch.same",
            f"In call {turn.number} the model was fed images of another call.",
            "Where do the images of this call come from?",
        )
    missed = sorted(set(range(k)) - seen)
    if not missed:
        return _half(turn, {row for one in fed for row in one.rows})
    in_loop = bool(facts.get("return_in_loop"))
    name = "batch.dropped"
    if seen == {0}:
        name = "loop.early_return" if in_loop else "batch.same" if len(turn.story.passes) >= k else "batch.first_only"
    elif seen == {k - 1}:
        name = "batch.last_only"
    return Finding(
        name,
        f"Call {turn.number} was given {k} minibatches; number {missed[0] + 1} was not used for the update.",
        "Which minibatches does the loop go over, and which lines stand inside it?",
    )


def _half(turn: Turn, fed: set[int]) -> Finding | None:
    """The finding where some images of a minibatch were never seen."""
    own = {row for rows in turn.batches for row in rows}
    if own <= fed:
        return None
    return Finding(
        "batch.dropped",
        f"Call {turn.number} was given {len(own)} images, and the model saw {len(own & fed)} of them.",
        "Which images does the gradient of this minibatch come from?",
    )


def mode_fault(turn: Turn) -> Finding | None:
    """The finding where the model did not run in the mode in which it was passed."""
    if all(one.train for one in turn.story.trained):
        return None
    return Finding(
        "mode.left_in_eval",
        f"In call {turn.number} the model ran in eval mode, though it was passed in train mode.",
        "Who sets the mode: the caller, or this function?",
    )


def uncalled(facts: Facts, name: str) -> bool:
    """Whether the source names a method as a statement without calling it."""
    return name in cast("list[Any]", facts.get("uncalled") or [])
