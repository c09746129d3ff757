"""The wrong ways to mix a running value with a batch's: each with its id, what to say of it, and what to ask.

A mix is a function of the old value, the batch's value, the momentum and the batch itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.plain import Array

Mix = Callable[[Array, Any, float, Array], Array]


def right_mix(old: Array, new: Any, momentum: float, x: Array) -> Array:
    """`momentum` parts of the batch's value, the rest of the old one."""
    return (1 - momentum) * old + momentum * new


def always(share: float) -> Mix:
    """A mix that knows one momentum only."""
    return lambda old, new, momentum, x: right_mix(old, new, share, x)


def _row_by_row(old: Array, new: Any, momentum: float, x: Array) -> Array:
    for row in x:
        old = right_mix(old, row, momentum, x)
    return old


WHICH_SHARE = "With PyTorch's momentum of 0.1, does a running average follow the batch quickly or slowly?"
ADD_TO_ONE = "If the batch has exactly the running values already, what should come back?"
USED = "Which of the function's arguments should have made a difference here?"

MIXES: tuple[tuple[str, Mix, str, str], ...] = (
    (
        "momentum.swapped",
        lambda old, new, momentum, x: momentum * old + (1 - momentum) * new,
        "momentum went to the old value and the rest to the batch",
        WHICH_SHARE,
    ),
    ("argument.ignored", always(1.0), "that is the batch's own value: old value and momentum made no difference", USED),
    ("argument.ignored", always(0.0), "the old value came back: the batch made no difference", USED),
    *(
        ("argument.ignored", always(share), f"momentum made no difference: {share:g} of the batch was taken", USED)
        for share in (0.1, 0.9, 0.5, 0.01, 0.99, 0.2, 0.3)
    ),
    (
        "momentum.weights",
        lambda old, new, momentum, x: old + momentum * new,
        "the batch's part was added and nothing of the old value taken off",
        ADD_TO_ONE,
    ),
    (
        "momentum.weights",
        lambda old, new, momentum, x: (1 - momentum) * old + new,
        "the batch counted in full, on top of a part of the old value",
        ADD_TO_ONE,
    ),
    (
        "momentum.weights",
        lambda old, new, momentum, x: momentum * old + new,
        "the batch counted in full, on top of momentum times the old value",
        ADD_TO_ONE,
    ),
    (
        "momentum.weights",
        lambda old, new, momentum, x: old + (1 - momentum) * new,
        "the batch's part was added and nothing of the old value taken off",
        ADD_TO_ONE,
    ),
    (
        "momentum.weights",
        lambda old, new, momentum, x: momentum * (old + new),
        "both got the weight momentum",
        ADD_TO_ONE,
    ),
    (
        "momentum.weights",
        lambda old, new, momentum, x: (1 - momentum) * (old + new),
        "both got the weight 1 - momentum",
        ADD_TO_ONE,
    ),
    ("momentum.weights", lambda old, new, momentum, x: old + new, "old and new value were added", ADD_TO_ONE),
    (
        "momentum.weights",
        lambda old, new, momentum, x: momentum * new,
        "only the batch's part came back, without the old value's",
        ADD_TO_ONE,
    ),
    (
        "momentum.weights",
        lambda old, new, momentum, x: (1 - momentum) * old,
        "only the old value's part came back, without the batch's",
        ADD_TO_ONE,
    ),
    (
        "sign.flipped",
        lambda old, new, momentum, x: old - momentum * (new - old),
        "the value moved away from the batch's",
        "Should the running value come nearer to the batch's, or move away from it?",
    ),
    (
        "sign.flipped",
        lambda old, new, momentum, x: (1 - momentum) * old - momentum * new,
        "the batch's part was subtracted",
        ADD_TO_ONE,
    ),
    (
        "sign.flipped",
        lambda old, new, momentum, x: (1 + momentum) * old + momentum * new,
        "the old value's weight is 1 + momentum",
        ADD_TO_ONE,
    ),
    (
        "momentum.default",
        lambda old, new, momentum, x: right_mix(old, new, momentum or 0.1, x),
        "a momentum of 0 was taken for none",
        "What is the truth value of 0 in Python, and what should a momentum of 0 do?",
    ),
    (
        "momentum.per_example",
        _row_by_row,
        "each row of the batch was mixed in by itself",
        "How many updates does one batch make?",
    ),
)
