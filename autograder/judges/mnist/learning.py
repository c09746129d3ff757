"""Names what is wrong with the gradients: of which loss, changed how, used by which rule."""

from __future__ import annotations

from torch import Tensor

from autograder.judges.finding import Finding
from autograder.judges.mnist.trial import Trial
from autograder.judges.training.events import Story
from autograder.judges.training.story import CLOSE, multiple
from autograder.judges.training.used import Used, followed, used_by_updates


def loss_fault(trial: Trial) -> Finding | None:
    """The finding where a gradient that arrived is not that of the passed loss."""
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
    at = next((i for i, factor in enumerate(factors) if abs(factor - 1) > CLOSE), None)
    if at is None:
        return None
    if not story.losses_asked:
        return _unknown_loss(trial, 0)
    if all(factor < 0 for factor in factors):
        return Finding(
            "loss.sign",
            f"The gradients that arrived are {factors[at]:.4g} times the loss's own: each step climbs.",
            "Does a step make the loss smaller or larger?",
        )
    other = next((i for i, factor in enumerate(factors) if abs(factor - factors[at]) > CLOSE * abs(factors[at])), None)
    if other is None:
        return Finding(
            "loss.scaled",
            f"The gradients that arrived are {factors[at]:.4g} times the gradient of the passed loss.",
            "By what is the loss multiplied or divided before backward, and does the task ask for it?",
        )
    told = f"{factors[at]:.4g} times that of the passed loss in minibatch {at + 1}, {factors[other]:.4g} times in"
    if _hangs_on_the_loss(story, factors):
        return Finding(
            "loss.other_function",
            f"The gradient that arrived is {told} number {other + 1}: the factor follows the size of the loss.",
            "What is done with the loss between loss_fn and backward?",
        )
    return Finding(
        "loss.scaled",
        f"The gradient that arrived is {told} number {other + 1}.",
        "By what is the loss multiplied or divided before backward, and does the task ask for it?",
    )


def _hangs_on_the_loss(story: Story, factors: list[float]) -> bool:
    """Whether the factors of the gradients only grow, or only fall, with the losses of their minibatches."""
    losses: list[float] = []
    for arrival in story.arrivals[: len(factors)]:
        passes = [one for one in arrival.passes if one.weights is not None]
        if len(passes) != 1:
            return False
        one = passes[0]
        assert one.weights is not None
        losses.append(story.twin.value(one.weights, one.rows, one.fed))
    inorder = [factor for _, factor in sorted(zip(losses, factors, strict=True))]
    return len(inorder) > 2 and inorder in (sorted(factors), sorted(factors, reverse=True))


def _other_loss(reading: str, number: int) -> Finding:
    if reading.startswith("softmax"):
        return Finding(
            "loss.softmax_first",
            f"The gradient of minibatch {number + 1} is that of a loss that was given softmax(output), not the output.",
            "What does the loss expect: logits or probabilities?",
        )
    return Finding(
        "loss.other_function",
        f"The gradient of minibatch {number + 1} is that of another loss ({reading.replace(', own', ' before it')}), "
        "not of the loss_fn that was passed.",
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


def grads_fault(story: Story) -> Finding | None:
    """Gradients that were changed between backward and step."""
    used = used_by_updates(story)
    part = next((one for one in used if one.own_in_part), None)
    if part is not None:
        return _in_part(part)
    changed = [one for one in used if one.clamped or abs(one.factor - 1) > CLOSE]
    if used and used[0].changed:
        return Finding(
            "unexplained",
            f"In minibatch {used[0].arrivals} the gradient that the step used is not the one that had arrived.",
            "What happens to the gradients between backward and step, and does the task ask for it?",
        )
    if not changed:
        return None
    lengths = [_length(story, one) for one in changed]
    factors = [one.factor for one in changed]
    if max(lengths) > 1.01 * min(lengths) or min(factors) < 0 or max(factors) > 1 + CLOSE:
        climbs = len(changed) == len(used) and max(factors) < 0
        return Finding(
            "loss.sign" if climbs else "loss.scaled",
            f"In minibatch {changed[0].arrivals} the step used {factors[0]:.4g} times what had arrived"
            f"{': each step climbs' if climbs else ''}.",
            "What happens to the gradients between backward and step, and does the task ask for it?",
        )
    measure = "largest entry" if changed[0].clamped else "length"
    return Finding(
        "gradient.clipped",
        f"In minibatch {changed[0].arrivals} the gradient was cut to {measure} {lengths[0]:.4g} before the step.",
        "What happens to the gradients between backward and step, and does the task ask for it?",
    )


def _in_part(used: Used) -> Finding:
    """The finding where the step used what had arrived at some parameters, and at others did not."""
    parts, left = len(used.by_parameter), used.by_parameter.count(0)
    if None in used.by_parameter:
        return Finding(
            "unexplained",
            f"In minibatch {used.arrivals} the step found, in {parts - used.by_parameter.count(used.fresh)} of {parts} "
            "parameters, another gradient than the one that had arrived.",
            "What happens to the gradients between backward and step, and does the task ask for it?",
        )
    return Finding(
        "optimizer.partial",
        f"In minibatch {used.arrivals} the step found no gradient in {left} of {parts} parameters, though one had "
        "arrived.",
        "Which parameters should learn?",
    )


def _length(story: Story, used: Used) -> float:
    """The length of the gradients of one update, or their largest entry where they were clamped."""
    grads = [one.grads for one in story.updates if one.arrivals == used.arrivals and one.grads is not None]
    return float(grads[0].abs().max() if used.clamped else grads[0].norm())


def rule_fault(trial: Trial) -> Finding | None:
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
        turned = ", in the opposite direction" if multiple(made, -due) and float(made @ due) < 0 else ""
        return Finding(
            "optimizer.ignored",
            f"Step {number + 1} was {ratio:.3g} times as long as the passed optimizer makes it with lr "
            f"{trial.problem['lr']:g}, momentum {trial.problem['momentum']:g} and weight decay "
            f"{trial.problem['weight_decay']:g}{turned}.",
            "Who sets the optimizer's lr and its other settings: the caller, or train?",
        )
    return None
