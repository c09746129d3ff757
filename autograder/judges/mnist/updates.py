"""Names what is wrong with the updates of `train`, zero_grad apart.

Each question looks at one thing and answers with a finding or None; the first answer is the mistake. Where all
answer None, the story accounts for every change of the weights, and the only fault is the place of zero_grad.
"""

from __future__ import annotations

import torch
from torch import Tensor

from autograder.judges.finding import Finding
from autograder.judges.mnist.batches import batch_fault
from autograder.judges.mnist.learning import grads_fault, loss_fault, rule_fault
from autograder.judges.mnist.steps import backward_fault, step_fault, too_few
from autograder.judges.mnist.trial import Trial
from autograder.judges.numbers.words import times
from autograder.judges.training.events import Story
from autograder.judges.training.story import multiple
from autograder.judges.training.used import used_by_updates
from autograder.problem import PIXELS


def update_fault(trial: Trial, trials: list[Trial]) -> Finding | None:
    """What is wrong with the updates of one trial; None where nothing is, or only the place of zero_grad."""
    story = trial.story
    return (
        untouched(trial)
        or _moved_first(story)
        or backward_fault(trial)
        or _wrong_input(story)
        or too_few(trial)
        or batch_fault(trial, trials)
        or step_fault(trial)
        or loss_fault(trial)
        or grads_fault(story)
        or rule_fault(trial)
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
            f"A copy of the classifier was called {times(story.copies)}, the classifier that was passed never.",
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
            name = "flatten.wrong" if one.shape[1:] != (PIXELS,) else "input.altered"
            return Finding(
                name,
                f"In pass {number + 1} the model was fed a tensor of shape {one.shape} whose rows are not the images "
                "that the loader gave.",
                "What should happen to a minibatch of images, and what should not, before the model sees it?",
            )
        if one.fed is not None:
            return _altered(number, one.fed, story.twin.images[list(one.rows)])
    return None


def _altered(number: int, fed: Tensor, own: Tensor) -> Finding:
    """How the pixels fed in a pass, `(b, 784)`, differ from the images' own."""
    ask = "What does the task ask to be done with the images before the model sees them?"
    if multiple((fed - fed.mean()).reshape(-1), (own - own.mean()).reshape(-1)) is not None:
        return Finding(
            "input.altered",
            f"The pixels were rescaled before the model saw them: {float(own.max()):.4g} became "
            f"{float(fed.max()):.4g}.",
            ask,
        )
    x, y = ((one - one.mean()) / one.std() for one in (fed, own))
    if not _close(x.reshape(-1).sort().values, y.reshape(-1).sort().values):
        worst = float((fed - own).abs().max())
        return Finding(
            "input.altered",
            f"In pass {number + 1} the model was fed pixels that differ from those the loader gave, by up to "
            f"{worst:.4g}.",
            ask,
        )
    columns = y.reshape(-1, 28, 28).transpose(1, 2).reshape(-1, PIXELS)
    if _close(x.sort(1).values, y.sort(1).values) and not _close(x, columns):
        return Finding(
            "input.altered",
            f"In pass {number + 1} the model was fed each image with its pixels in another order.",
            ask,
        )
    return Finding(
        "flatten.wrong",
        f"The model was fed a tensor of shape {tuple(fed.shape)}, but its rows are not the images with their pixels "
        "in order.",
        "Read in memory order, which pixels end up in the first row of the flattened minibatch?",
    )


def _close(x: Tensor, y: Tensor) -> bool:
    return x.shape == y.shape and torch.allclose(x, y, atol=1e-3)


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
