"""Names what is wrong with the order and the number of backward and step."""

from __future__ import annotations

from collections import Counter

from autograder.judges.finding import Finding
from autograder.judges.mnist.trial import Trial
from autograder.judges.numbers.words import times


def backward_fault(trial: Trial) -> Finding | None:
    """The finding where no gradient arrived at all."""
    story = trial.story
    if story.arrivals:
        return None
    stepped = story.letters.count("S")
    return Finding(
        "backward.missing",
        f"In {len(story.calls)} passes no gradient ever arrived at the weights"
        + (f", though the optimizer stepped {times(stepped)}." if stepped else "."),
        "Which line sends the loss back to the weights, and is nothing cut between them?",
    )


def too_few(trial: Trial) -> Finding | None:
    """Backward or step outside the loop over minibatches; told before the batches, whose passes then look lost."""
    story = trial.story
    arrived, passed = len(story.arrivals), len(story.passes)
    epochs = max(1, round(passed / len(story.twin.batches)))
    steps = [update for update in story.updates if update.by == "optimizer"]
    if len(story.twin.batches) * epochs != passed or not epochs <= arrived < passed:
        return None
    if len(steps) == arrived == epochs:
        return Finding(
            "step.once_per_epoch",
            f"The optimizer stepped {times(len(steps))} in {passed} minibatches: once per epoch, as backward did.",
            "Under which of the two loops does each line stand?",
        )
    return None


def step_fault(trial: Trial) -> Finding | None:
    """The finding where not each minibatch has one backward and, after it, one step of the passed optimizer."""
    story = trial.story
    letters = story.letters
    own, arrived = letters.count("S"), len(story.arrivals)
    if not own:
        return _no_step(trial)
    if letters.find("S") < letters.find("B") and letters.rfind("S") < letters.rfind("B"):
        return Finding(
            "step.before_backward",
            "The first step came before the first backward: the optimizer stepped when .grad did not yet hold this "
            "minibatch's gradient.",
            "Which gradients lie in .grad at the moment of the step?",
        )
    if letters.count("H") or letters.count("O"):
        return Finding(
            "optimizer.ignored",
            f"The passed optimizer stepped {times(own)}, but the weights were also changed "
            f"{times(letters.count('H') + letters.count('O'))} without it.",
            "Who alone should change the weights?",
        )
    per_pass = Counter(letters.replace("Z", "").replace("z", "").replace("F", "").split("B")[1:])
    if arrived == 2 * len(story.passes):
        return Finding(
            "backward.twice",
            f"Gradients arrived {arrived} times for {len(story.passes)} minibatches.",
            "How often is each minibatch's loss sent back to the weights?",
        )
    return None if per_pass["S"] == arrived else _uneven(trial, own, arrived)


def _no_step(trial: Trial) -> Finding:
    story = trial.story
    letters, arrived = story.letters, len(story.arrivals)
    if "H" in letters:
        return Finding(
            "optimizer.ignored",
            f"The passed optimizer never stepped; the weights were changed by hand {times(letters.count('H'))}.",
            "What does the optimizer know that a line of your own does not: momentum, weight decay, another rule?",
        )
    if "O" in letters:
        return Finding(
            "optimizer.ignored",
            f"The passed optimizer never stepped; another one did, {times(letters.count('O'))}.",
            "Which optimizer does the caller expect to be used?",
        )
    if trial.uncalled("step"):
        return Finding(
            "step.not_called",
            f"{arrived} gradients arrived, but the weights never moved: step is named, not called.",
            "What does Python do with a function's name that has no parentheses after it?",
        )
    return Finding(
        "step.missing",
        f"{arrived} gradients arrived, but the optimizer never stepped and the weights never moved.",
        "Which line turns gradients into new weights?",
    )


def _uneven(trial: Trial, own: int, arrived: int) -> Finding:
    story, batches = trial.story, len(trial.twin.batches)
    if arrived < own <= len(story.passes):
        return Finding(
            "backward.missing",
            f"The optimizer stepped {times(own)}, but only {arrived} of {len(story.passes)} losses went back.",
            "Is backward reached for every minibatch?",
        )
    if own > arrived:
        return Finding(
            "step.twice",
            f"The optimizer stepped {times(own)} for {arrived} minibatches.",
            "How many updates should one gradient make?",
        )
    epochs = max(1, round(arrived / batches))
    after = [update.arrivals for update in story.updates if update.by == "optimizer"]
    if own == epochs and after == [batches * (i + 1) for i in range(epochs)]:
        return Finding(
            "step.once_per_epoch",
            f"The optimizer stepped {times(own)} in {arrived} minibatches: only after the last one of each epoch.",
            "Under which of the two loops does the step stand?",
        )
    return Finding(
        "step.every_few_batches",
        f"The optimizer stepped {times(own)} for {arrived} minibatches, first after minibatch {after[0]}.",
        "After how many minibatches should the weights move?",
    )
