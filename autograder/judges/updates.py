"""Names what is wrong with the updates of `train`, zero_grad apart.

Each question looks at one thing and answers with a finding or None; the first answer is the mistake. Where all
answer None, the story accounts for every change of the weights, and the only fault is the place of zero_grad.
"""

from __future__ import annotations

from collections import Counter

import torch
from torch import Tensor

from autograder.judges.batches import batch_fault
from autograder.judges.finding import Finding
from autograder.judges.story import CLOSE, Story, multiple
from autograder.judges.trial import Trial
from autograder.judges.used import followed, used_by_updates


def update_fault(trial: Trial, trials: list[Trial]) -> Finding | None:
    """What is wrong with the updates of one trial; None where nothing is, or only the place of zero_grad."""
    story = trial.story
    return (
        untouched(trial)
        or _moved_first(story)
        or _backward(trial)
        or _wrong_input(story)
        or _too_few(trial)
        or batch_fault(trial, trials)
        or _steps(trial)
        or _loss(trial)
        or _grads(story)
        or _rule(trial)
        or _account(trial)
    )


def untouched(trial: Trial) -> Finding | None:
    """The finding where the model that was passed never came into play."""
    story, told = trial.story, trial.told
    if story.calls:
        return None
    if story.copies:
        return Finding(
            "model.ignored",
            f"A copy of the classifier was called {story.copies} times, the classifier that was passed never.",
            "Whose weights will the caller look at after training?",
        )
    if story.fetched:
        return Finding(
            "model.ignored",
            f"{story.fetched} minibatches were read, but the classifier that was passed was never called.",
            "Which model does the loop call: the parameter, or one from elsewhere in the notebook?",
        )
    if told["returned"]["kind"] in ("number", "array"):
        return Finding(
            "argument.ignored",
            "train gave numbers, but neither called the classifier nor read an image.",
            "Which of the arguments does the function use?",
        )
    return Finding(
        "model.ignored",
        "The classifier that was passed was never called, and no image was read from the train_loader.",
        "Which model and which loader does the loop use: the parameters, or others of the notebook?",
    )


def _moved_first(story: Story) -> Finding | None:
    if not story.moved_first:
        return None
    return Finding(
        "optimizer.ignored",
        "The weights were changed before the first minibatch was seen.",
        "With which weights should training begin: the model's own, or new ones?",
    )


def _wrong_input(story: Story) -> Finding | None:
    for number, one in enumerate(story.trained):
        if -1 in one.rows or not one.rows:
            if not story.fetched:
                return Finding(
                    "loader.ignored",
                    f"The model was fed {len(one.rows)} images that are not from the passed train_loader, from "
                    "which nothing was read.",
                    "Which loader does the loop read: the parameter, or one from elsewhere in the notebook?",
                )
            name = "flatten.wrong" if one.shape[1:] != (784,) else "input.altered"
            return Finding(
                name,
                f"In pass {number + 1} the model was fed a tensor of shape {one.shape} whose rows are not the images "
                "that the loader gave.",
                "What should happen to a minibatch of images, and what should not, before the model sees it?",
            )
        if one.fed is not None:
            own = story.twin.images[list(one.rows)]
            if _is_rescaled(one.fed, own):
                return Finding(
                    "input.altered",
                    f"The pixels were rescaled before the model saw them: {float(own.max()):.4g} became "
                    f"{float(one.fed.max()):.4g}.",
                    "What does the task ask to be done with the images before the model sees them?",
                )
            return Finding(
                "flatten.wrong",
                f"The model was fed a tensor of shape {one.shape}, but its rows are not the images with their pixels "
                "in order.",
                "Read in memory order, which pixels end up in the first row of the flattened minibatch?",
            )
    return None


def _is_rescaled(fed: Tensor, own: Tensor) -> bool:
    return (
        fed.shape == own.shape and multiple((fed - fed.mean()).reshape(-1), (own - own.mean()).reshape(-1)) is not None
    )


def _backward(trial: Trial) -> Finding | None:
    story = trial.story
    if story.arrivals:
        return None
    stepped = story.letters.count("S")
    return Finding(
        "backward.missing",
        f"In {len(story.calls)} passes no gradient ever arrived at the weights"
        + (f", though the optimizer stepped {stepped} times." if stepped else "."),
        "Which line sends the loss back to the weights, and is nothing cut between them?",
    )


def _too_few(trial: Trial) -> Finding | None:
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
            f"The optimizer stepped {len(steps)} times in {passed} minibatches: once per epoch, as backward did.",
            "Under which of the two loops does each line stand?",
        )
    return None


def _steps(trial: Trial) -> Finding | None:
    story = trial.story
    letters = story.letters
    own, arrived = letters.count("S"), len(story.arrivals)
    if not own:
        return _no_step(trial)
    if 0 <= letters.find("S") < letters.find("B"):
        return Finding(
            "step.before_backward",
            "The first step came before the first backward: the optimizer stepped when .grad did not yet hold this "
            "minibatch's gradient.",
            "Which gradients lie in .grad at the moment of the step?",
        )
    if letters.count("H") or letters.count("O"):
        return Finding(
            "optimizer.ignored",
            f"The passed optimizer stepped {own} times, but the weights were also changed "
            f"{letters.count('H') + letters.count('O')} times without it.",
            "Who alone should change the weights?",
        )
    per_pass = Counter(letters.replace("Z", "").replace("z", "").replace("F", "").split("B")[1:])
    if per_pass["S"] == arrived:
        return _twice(story)
    return _uneven(trial, own, arrived, per_pass)


def _no_step(trial: Trial) -> Finding:
    story = trial.story
    letters, arrived = story.letters, len(story.arrivals)
    if "H" in letters:
        return Finding(
            "optimizer.ignored",
            f"The passed optimizer never stepped; the weights were changed by hand {letters.count('H')} times.",
            "What does the optimizer know that a line of your own does not: momentum, weight decay, another rule?",
        )
    if "O" in letters:
        return Finding(
            "optimizer.ignored",
            f"The passed optimizer never stepped; another one did, {letters.count('O')} times.",
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


def _twice(story: Story) -> Finding | None:
    if len(story.arrivals) > len(story.trained) or len(story.arrivals) == 2 * len(story.passes):
        return Finding(
            "backward.twice",
            f"Gradients arrived {len(story.arrivals)} times for {len(story.passes)} minibatches.",
            "How often is each minibatch's loss sent back to the weights?",
        )
    return None


def _uneven(trial: Trial, own: int, arrived: int, per_pass: Counter[str]) -> Finding:
    story, batches = trial.story, len(trial.twin.batches)
    if len(story.arrivals) == 2 * len(story.passes) and own == len(story.passes):
        return Finding(
            "backward.twice",
            f"Gradients arrived {arrived} times for {len(story.passes)} minibatches.",
            "How often is each minibatch's loss sent back to the weights?",
        )
    if own > arrived:
        return Finding(
            "step.twice",
            f"The optimizer stepped {own} times for {arrived} minibatches.",
            "How many updates should one gradient make?",
        )
    epochs = max(1, round(arrived / batches))
    after = [update.arrivals for update in story.updates if update.by == "optimizer"]
    if own == epochs and after == [batches * (i + 1) for i in range(epochs)]:
        return Finding(
            "step.once_per_epoch",
            f"The optimizer stepped {own} times in {arrived} minibatches: only after the last one of each epoch.",
            "Under which of the two loops does the step stand?",
        )
    return Finding(
        "step.every_few_batches",
        f"The optimizer stepped {own} times for {arrived} minibatches, first after minibatch {after[0]}.",
        "After how many minibatches should the weights move?",
    )


def _loss(trial: Trial) -> Finding | None:
    story = trial.story
    factors: list[float] = []
    for number, arrival in enumerate(story.arrivals):
        if arrival.arrived is None:
            break
        if arrival.known is None:
            return _unknown_loss(trial, number)
        reading, factor = arrival.known
        if reading != "own":
            return _other_loss(reading, number)
        if arrival.note == "partial":
            return Finding(
                "optimizer.partial",
                f"In minibatch {number + 1} gradients arrived at only a part of the parameters.",
                "Which parameters should learn?",
            )
        if arrival.note == "penalty":
            return Finding(
                "loss.other_function",
                "What was sent back is the passed loss plus a penalty on the weights.",
                "Which loss does the caller ask for?",
            )
        factors.append(factor)
    off = next((factor for factor in factors if abs(factor - 1) > CLOSE), None)
    if off is None:
        return None
    if all(factor < 0 for factor in factors):
        return Finding(
            "loss.sign",
            f"The gradients that arrived are {off:.4g} times the loss's own: each step climbs.",
            "Does a step make the loss smaller or larger?",
        )
    return Finding(
        "loss.scaled",
        f"The gradients that arrived are {off:.4g} times the gradient of the passed loss.",
        "By what is the loss multiplied or divided before backward, and does the task ask for it?",
    )


def _other_loss(reading: str, number: int) -> Finding:
    if reading.startswith("softmax"):
        return Finding(
            "loss.softmax_first",
            f"The gradient of minibatch {number + 1} is that of a loss that was given softmax(output), not the output.",
            "What does the loss expect: logits or probabilities?",
        )
    return Finding(
        "loss.other_function",
        f"The gradient of minibatch {number + 1} is that of another ({reading.replace(', own', ' before it')}), not of "
        "the loss_fn that was passed.",
        "Which loss function does the loop call: the parameter, or another one?",
    )


def _unknown_loss(trial: Trial, number: int) -> Finding:
    if not trial.story.losses_asked:
        return Finding(
            "loss.other_function",
            f"loss_fn was never called; the gradient of minibatch {number + 1} is not that of the passed loss.",
            "Which loss function does the loop call: the parameter, or another one?",
        )
    return Finding(
        "unexplained",
        f"The gradient of minibatch {number + 1} is not that of the passed loss at the weights of that moment.",
        "Which steps lie between the minibatch and backward, and does each belong there?",
    )


def _grads(story: Story) -> Finding | None:
    """Gradients that were changed between backward and step."""
    changed = [one for one in used_by_updates(story) if one.clamped or abs(one.factor - 1) > CLOSE]
    if not changed:
        return None
    factors = [one.factor for one in changed]
    if not changed[0].clamped and len(changed) == len(used_by_updates(story)) and max(factors) - min(factors) < CLOSE:
        return Finding(
            "loss.scaled",
            f"Every step used {factors[0]:.4g} times the gradient that had arrived.",
            "What happens to the gradients between backward and step, and does the task ask for it?",
        )
    largest = max(
        float(update.grads.abs().max() if changed[0].clamped else update.grads.norm())
        for update in story.updates
        if update.grads is not None and update.arrivals == changed[0].arrivals
    )
    measure = "largest entry" if changed[0].clamped else "length"
    return Finding(
        "gradient.clipped",
        f"In minibatch {changed[0].arrivals} the gradient was cut to {measure} {largest:.4g} before the step used it.",
        "What happens to the gradients between backward and step, and does the task ask for it?",
    )


def _rule(trial: Trial) -> Finding | None:
    """Steps that are not those of the optimizer's own rule on the gradients it had."""
    story = trial.story
    velocity: list[Tensor | None] = [None for _ in story.twin.sizes]
    parts = len(story.twin.sizes)
    for number, update in enumerate(story.updates):
        expected = followed(story, update, velocity)
        if expected is None or update.before is None or update.after is None:
            return None
        made, due = update.after - update.before, expected - update.before
        noise = 1e-6 * float(update.before.norm())
        if float((made - due).norm()) <= CLOSE * float(due.norm()) + noise:
            continue
        still = [
            i
            for i, (x, y) in enumerate(zip(made.split(story.twin.sizes), due.split(story.twin.sizes), strict=True))
            if float(x.norm()) == 0 < float(y.norm())
        ]
        if still and len(still) < parts:
            return Finding(
                "optimizer.partial",
                f"In step {number + 1} only {parts - len(still)} of {parts} parameters moved.",
                "Which parameters should the step move?",
            )
        ratio = float(made.norm() / due.norm().clamp_min(1e-12))
        return Finding(
            "optimizer.ignored",
            f"Step {number + 1} was {ratio:.3g} times as long as the passed optimizer makes it with lr "
            f"{trial.problem['lr']:g}, momentum {trial.problem['momentum']:g} and weight decay "
            f"{trial.problem['weight_decay']:g}.",
            "Who sets the optimizer's lr and its other settings: the caller, or train?",
        )
    return None


def _account(trial: Trial) -> Finding | None:
    """Whether every update is accounted for, from the first weights to the last."""
    story = trial.story
    at = story.twin.start
    for update in story.updates:
        if update.before is None or update.after is None or not torch.equal(update.before, at):
            return first_difference(trial)
        at = update.after
    known = all(arrival.known for arrival in story.arrivals)
    sums = all(one.taken is not None or any(n is not None for n in one.by_parameter) for one in used_by_updates(story))
    return None if known and sums and torch.equal(at, trial.weights) else first_difference(trial)


def first_difference(trial: Trial) -> Finding:
    """The finding where no name fits: after which update the weights first differ from the right ones."""
    right = trial.twin.right.weights
    moved = float((right[-1] - right[0]).norm())
    after = [update.after for update in trial.story.updates]
    steps = (
        i
        for i, (x, y) in enumerate(zip(after, right[1:], strict=False))
        if x is None or float((x - y).norm()) > 1e-4 * moved
    )
    first = next(steps, min(len(after), len(right) - 1))
    return Finding(
        "unexplained",
        f"The weights first differ from the right ones after step {first + 1}; at the end they are "
        f"{100 * trial.distance:.3g} % of the whole way off.",
        "Followed by hand for that minibatch, what does each line of the loop leave in .grad and in the weights?",
    )
