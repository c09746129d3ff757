"""How one step of gradient descent goes wrong: each fault computes what the mistake computes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judges.numbers.faults import Fault
from autograder.plain import Array

Step = Callable[[Array, Array, float], Any]  # w, g, lr -> new w

DOWN = "If the gradient is positive, does the loss fall when w grows or when it shrinks?"
LR = "Where does the formula use lr, and what would a step of lr = 0 do?"
START = "Which point does the path start from, before any step?"
SCALE = "What besides lr decides how far a step goes, and does the task ask for it?"
EACH = "Has each weight a derivative of its own, or do all share one?"


def _normalised(g: Array) -> Array:
    """A gradient of length 1; nan where it is 0."""
    return g / np.linalg.norm(g)


def _normalised_unless_0(g: Array) -> Array:
    return _normalised(g) if g.any() else g


ONE_STEP: tuple[tuple[str, Step, str, str], ...] = (
    ("descend.ascends", lambda w, g, lr: w + lr * g, "the step goes up the gradient.", DOWN),
    ("argument.ignored", lambda w, g, lr: w - g, "lr made no difference.", LR),
    *(
        ("argument.ignored", lambda w, g, lr, own=own: w - own * g, f"lr is {own:g} there, whatever is passed.", LR)
        for own in (0.1, 0.01, 0.001, 0.5, 0.05)
    ),
    ("step.missing", lambda w, g, lr: w, "w did not move.", "Which line gives w its new value?"),
    ("argument.ignored", lambda w, g, lr: -lr * g, "that is the step alone, not where it leads from w.", START),
    ("argument.ignored", lambda w, g, lr: w - lr, "the gradient made no difference.", "Where is the gradient used?"),
    ("scale.inverted", lambda w, g, lr: w - g / lr, "there the gradient is divided by lr.", LR),
    ("brackets.wrong", lambda w, g, lr: (w - lr) * g, "that is (w - lr) * g.", "Which is done first, - or *?"),
    ("brackets.wrong", lambda w, g, lr: (w - g) * lr, "that is (w - g) * lr.", "What does lr scale: w, or the step?"),
    ("brackets.wrong", lambda w, g, lr: lr * w - g, "there lr scales w.", "What does lr scale: w, or the step?"),
    ("arguments.swapped", lambda w, g, lr: g - lr * w, "w and g changed places.", "From which of the two is taken?"),
    ("brackets.wrong", lambda w, g, lr: w * lr * g, "that is the product of all three.", "What is taken from what?"),
    ("weight.extra", lambda w, g, lr: w - lr * g * w, "there the step is multiplied by w.", SCALE),
    *(
        ("gradient.normalised", lambda w, g, lr, unit=unit: w - lr * unit(g), "there the gradient has length 1.", SCALE)
        for unit in (_normalised, _normalised_unless_0)
    ),
    ("gradient.normalised", lambda w, g, lr: w - lr * np.sign(g), "only the signs of the gradient count.", SCALE),
    ("gradient.squared", lambda w, g, lr: w - lr * g**2, "there the gradient is squared.", SCALE),
    ("gradient.clipped", lambda w, g, lr: w - lr * np.clip(g, -1, 1), "there the gradient is cut off at 1.", SCALE),
    (
        "gradient.clipped",
        lambda w, g, lr: w - lr * g / max(1.0, float(np.linalg.norm(g))),
        "there the gradient is shortened to 1.",
        SCALE,
    ),
    ("abs", lambda w, g, lr: w - lr * np.abs(g), "there the gradient lost its signs.", DOWN),
    ("reduction.mean", lambda w, g, lr: w - lr * g.mean(), "every weight moved by the mean gradient.", EACH),
    ("reduction.sum", lambda w, g, lr: w - lr * g.sum(), "every weight moved by the sum of the gradient.", EACH),
    ("reduction.mean", lambda w, g, lr: w - lr * g / g.size, "the step is divided by the number of weights.", SCALE),
    ("scale.two", lambda w, g, lr: w - 2 * lr * g, "the step is twice as long.", SCALE),
    ("scale.two", lambda w, g, lr: w - lr * g / 2, "the step is half as long.", SCALE),
    ("scale.lr_squared", lambda w, g, lr: w - lr**2 * g, "the step is scaled by lr twice.", LR),
)

STEP_FAULTS: tuple[Fault, ...] = (
    *(Fault(mistake, wrong, says, hint) for mistake, wrong, says, hint in ONE_STEP),
    Fault("descend.ascends", lambda w, g, lr: w + g, "the step goes up the gradient, and lr made no difference.", DOWN),
    Fault("argument.ignored", lambda w, g, lr: -g, "that is minus the gradient alone.", START),
    Fault("argument.ignored", lambda w, g, lr: g, "that is the gradient alone.", START),
    Fault(
        "loop.overwritten",
        lambda w, g, lr: np.append(w[:-1], w[-1] - lr * g[-1]),
        "only the last weight moved.",
        "Which weights does the loop reach?",
    ),
    Fault(
        "loop.early_return",
        lambda w, g, lr: np.append(w[0] - lr * g[0], w[1:]),
        "only the first weight moved.",
        "Which weights does the loop reach?",
    ),
    Fault(
        "loop.off_by_one",
        lambda w, g, lr: np.append((w - lr * g)[:-1], w[-1]),
        "the last weight did not move.",
        "Which weights does the loop reach?",
    ),
    *(
        Fault(
            "arguments.swapped",
            other_order,
            "called by position, the parameters change places.",
            "In which order does the task name the parameters?",
        )
        for other_order in (
            lambda g, w, lr: w - lr * g,
            lambda lr, w, g: w - lr * g,
            lambda lr, g, w: w - lr * g,
            lambda g, lr, w: w - lr * g,
        )
    ),
)
