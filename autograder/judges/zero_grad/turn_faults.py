"""Names what is wrong with the update that a call of `train_step` or `accumulated_step` made.

Each question looks at one thing in the first call that left the weights wrong, and answers with a finding or None; the
first answer is the mistake.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from autograder.judges.finding import Finding
from autograder.judges.training.story import CLOSE, same
from autograder.judges.training.used import followed
from autograder.judges.zero_grad.shares_used import Shares, alike, due_shares, earlier, factor_between, shares_of, solve
from autograder.judges.zero_grad.turn_steps import (
    Facts,
    backward_fault,
    images_fault,
    mode_fault,
    step_fault,
    uncalled,
    unused,
)
from autograder.judges.zero_grad.turns import Turn
from autograder.judges.zero_grad.zero_faults import zero_fault


def update_fault(turns: list[Turn], facts: Facts) -> Finding:
    """What is wrong with the first wrong update of these calls, one of which is wrong."""
    turn = next(one for one in turns if not one.moved_right)
    shares = shares_of(turn, turns)
    return (
        unused(turn)
        or backward_fault(turn)
        or step_fault(turn, facts)
        or images_fault(turn, facts)
        or mode_fault(turn)
        or (_strange(turn, turns) if shares is None else _known(turn, turns, shares, facts))
        or _rule(turn, turns)
        or _difference(turn)
    )


def _known(turn: Turn, turns: list[Turn], shares: Shares, facts: Facts) -> Finding | None:
    return (
        _erased(turn, shares)
        or _loss(shares, turn)
        or zero_fault(turn, turns, shares, uncalled(facts, "zero_grad"))
        or _weighted(turn, shares)
        or _scaled(turn, turns, shares)
    )


def _erased(turn: Turn, shares: Shares) -> Finding | None:
    if not shares.nothing:
        return None
    return Finding(
        "zero_grad.before_step",
        f"In call {turn.number}, {turn.arrived}, but .grad was empty when the optimizer stepped.",
        "What does the step find in .grad when it comes after zero_grad?",
    )


def _loss(shares: Shares, turn: Turn) -> Finding | None:
    if shares.penalty:
        return Finding(
            "loss.other_function",
            f"In call {turn.number} the update used the gradient of the passed loss plus a penalty on the weights.",
            "Which loss does the caller ask for?",
        )
    if shares.reading == "own":
        return None
    if shares.reading.startswith("softmax"):
        return Finding(
            "loss.softmax_first",
            f"In call {turn.number} the gradient is that of a loss that was given softmax(output), not the output.",
            "What does the loss expect: logits or probabilities?",
        )
    which = shares.reading.replace(", own", " before it")
    return Finding(
        "loss.other_function",
        f"In call {turn.number} the gradient is that of another loss ({which}), not of the loss_fn that was passed.",
        "Which loss function is called: the parameter, or another one?",
    )


def _weighted(turn: Turn, shares: Shares) -> Finding | None:
    """Minibatches whose shares in the update are not those of their sizes."""
    own, due, k = shares.own, due_shares(turn), len(turn.batches)
    if k == 1 or factor_between(own, due) is not None:
        return _unscaled(turn, own, due) if k > 1 else None
    for shares_once in (due, [1.0] * k):
        if factor_between(own, [(k - i) * share for i, share in enumerate(shares_once)]) is not None:
            return Finding(
                "backward.twice",
                f"In call {turn.number} the first of {k} minibatches counted {k} times, the last one once: each "
                "backward sent the earlier losses back again.",
                "What is in the sum on which backward is called, the second time round the loop?",
            )
    observed = (
        f"Call {turn.number} was given minibatches of {_listed(turn.sizes)} images; the update counted their gradients "
        f"{_listed(own)} times, where {_listed(due)} are due"
    )
    if own[-1] and not any(own[:-1]):
        return Finding(
            "loop.overwritten",
            f"{observed}: only the last minibatch is left.",
            "What becomes of the first minibatch's gradient when the second one is worked on?",
        )
    if not all(own):
        return Finding("batch.dropped", f"{observed}.", "Which minibatches' losses are sent back to the weights?")
    if alike(own, [1.0] * k):
        return Finding(
            "accumulate.unscaled",
            f"{observed}: the sum of {k} means.",
            "By what does the sum of several means differ from the mean over everything?",
        )
    if factor_between(own, [1.0] * k) is not None:
        return Finding(
            "accumulate.equal_weights",
            f"{observed}: all minibatches count alike, though their sizes differ.",
            "In one big batch, how much would each of these minibatches count?",
        )
    return Finding("unexplained", f"{observed}.", "In one big batch, how much would each of these minibatches count?")


def _unscaled(turn: Turn, own: list[float], due: list[float]) -> Finding | None:
    factor = factor_between(own, due) or 1.0
    if factor < 1 + 5 * CLOSE or len(turn.story.arrivals) == 2 * len(turn.batches):
        return None
    return Finding(
        "accumulate.unscaled",
        f"Call {turn.number} was given minibatches of {_listed(turn.sizes)} images; the update used {factor:.4g} times "
        "the gradient of their mean loss.",
        "By what must a sum over all images be divided to become their mean?",
    )


def _scaled(turn: Turn, turns: list[Turn], shares: Shares) -> Finding | None:
    factor = factor_between(shares.own, due_shares(turn))
    if factor is None or abs(factor - 1) < CLOSE:
        return None
    observed = f"In call {turn.number} the update used {factor:.4g} times the gradient of the loss"
    if len(turn.story.arrivals) == 2 * len(turn.batches) and abs(factor - 2) < 0.05:
        return Finding(
            "backward.twice",
            f"{observed}: {turn.arrived}.",
            "How often is the loss sent back to the weights?",
        )
    if factor < 0:
        return Finding("loss.sign", f"{observed}: the step climbs.", "Does a step make the loss smaller or larger?")
    if factor < 1 and _clipped(turns):
        return Finding(
            "gradient.clipped",
            f"{observed}: it was cut to a length of {_length(turn):.4g}.",
            "What happens to the gradients between backward and step, and does the task ask for it?",
        )
    return Finding(
        "loss.scaled",
        f"{observed}.",
        "By what is the loss or its gradient multiplied or divided, and does the task ask for it?",
    )


def _length(turn: Turn) -> float:
    used = turn.steps[0].grads if turn.steps else None
    return 0.0 if used is None else float(used.norm())


def _clipped(turns: list[Turn]) -> bool:
    """Whether every shortened gradient has one and the same length."""
    lengths: list[float] = []
    for turn in turns:
        shares = shares_of(turn, turns)
        factor = None if shares is None else factor_between(shares.own, due_shares(turn))
        if factor is not None and factor < 1 - CLOSE:
            lengths.append(_length(turn))
    return len(turns) > 1 and max(lengths) - min(lengths) < CLOSE * max(lengths)


def _strange(turn: Turn, turns: list[Turn]) -> Finding | None:
    """What was used is no sum of gradients: cut value by value, or in a part of the parameters only."""
    used = turn.steps[0].grads
    if used is None:
        return None
    due = _mean(turn)
    bound = float(used.abs().max())
    for one in (due, torch.stack(turn.gradients).sum(0)):
        if bound < float(one.abs().max()) and same(used, one.clamp(-bound, bound)):
            return Finding(
                "gradient.clipped",
                f"In call {turn.number} no entry of the gradient that was used is above {bound:.4g}: it was cut.",
                "What happens to the gradients between backward and step, and does the task ask for it?",
            )
    sizes = turn.twin.sizes
    parts = list(zip(used.split(sizes), due.split(sizes), strict=True))
    still = [i for i, (x, y) in enumerate(parts) if float(x.norm()) == 0 < float(y.norm())]
    right = [i for i, (x, y) in enumerate(parts) if same(x, y)]
    if still and len(still) + len(right) == len(parts):
        return Finding(
            "optimizer.partial",
            f"In call {turn.number} {len(still)} of {len(parts)} parameters had no gradient at the step.",
            "Which parameters should the step move?",
        )
    left = [i for i in range(len(parts)) if i not in right]
    rest = torch.cat([parts[i][0] - parts[i][1] for i in left])
    old = [torch.cat([one.split(sizes)[i] for i in left]) for one in earlier(turn, turns)]
    if right and old and len(rest) > 2 * len(old) and solve(rest, [], old) is not None:
        return Finding(
            "zero_grad.partial",
            f"In call {turn.number} {len(left)} of {len(parts)} parameters still had old gradients in .grad beside "
            "their own.",
            "Whose .grad is emptied, and whose is not?",
        )
    fed = [row for one in turn.story.trained for row in one.rows]
    own = [row for rows in turn.batches for row in rows]
    if fed != own and sorted(fed) == sorted(own):
        return Finding(
            "input.altered",
            f"In call {turn.number} the model saw the images in another order, and the gradient does not fit their "
            "labels.",
            "Which label belongs to which image?",
        )
    return None


def _mean(turn: Turn) -> Tensor:
    shares = zip(due_shares(turn), turn.gradients, strict=True)
    return torch.stack([share * gradient for share, gradient in shares]).sum(0)


def _rule(turn: Turn, turns: list[Turn]) -> Finding | None:
    """A step that is not that of the optimizer's own rule on the gradients it had."""
    velocity: list[Tensor | None] = [None for _ in turn.twin.sizes]
    for one in turns[: turn.number]:
        for update in one.steps:
            expected = followed(one.story, update, velocity)
            if expected is None or update.before is None or update.after is None:
                return None
            made, due = update.after - update.before, expected - update.before
            if float((made - due).norm()) <= 2 * CLOSE * float(due.norm()):
                continue
            sizes = one.twin.sizes
            moved = [float(x.norm()) for x in made.split(sizes)]
            if not all(moved) and any(moved):
                return Finding(
                    "optimizer.partial",
                    f"In call {one.number} only {sum(map(bool, moved))} of {len(sizes)} parameters moved.",
                    "Which parameters should the step move?",
                )
            return Finding(
                "optimizer.ignored",
                f"The step of call {one.number} was {float(made.norm() / due.norm()):.3g} times as long as the passed "
                "optimizer makes it with the settings it came with.",
                "Who sets the optimizer's lr and its other settings: the caller, or this function?",
            )
    return None


def _difference(turn: Turn) -> Finding:
    off = float((turn.after - turn.due.after).norm() / (turn.due.after - turn.due.before).norm())
    return Finding(
        "unexplained",
        f"The weights first differ from the right ones after call {turn.number}: by {100 * off:.3g} % of the way of "
        "that update.",
        "Followed by hand for that call, what does each line leave in .grad and in the weights?",
    )


def _listed(values: list[Any]) -> str:
    return ", ".join(f"{one:.3g}" for one in values)
