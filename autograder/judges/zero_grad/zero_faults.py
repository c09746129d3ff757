"""Names where zero_grad stands wrong in `train_step` and `accumulated_step`.

The gradients that an update used tell the fault. Where zero_grad was called, and on what, only chooses among names
for the same behaviour.
"""

from __future__ import annotations

from autograder.judges.finding import Finding
from autograder.judges.numbers.words import times
from autograder.judges.training.used import emptied_elsewhere
from autograder.judges.zero_grad.shares_used import Shares, shares_of
from autograder.judges.zero_grad.turns import Turn

_ASK = "What does backward do with a .grad that is not empty, and when should it be empty?"


def zero_fault(turn: Turn, turns: list[Turn], shares: Shares, uncalled: bool) -> Finding | None:
    """What is wrong with zero_grad in a call whose update used old gradients, or None where it used none."""
    if not shares.uses_old:
        return None
    count = sum(map(bool, shares.old))
    using = [one.uses_old for one in (shares_of(one, turns) for one in turns[1:]) if one is not None]
    if turn.number == 1 and not any(using):
        return Finding(
            "zero_grad.dirty_start",
            "The first call found old gradients in .grad, and the update used their sum with this minibatch's own.",
            "When the function is called, what may already lie in .grad, and which line takes care of that?",
        )
    old = "an old gradient that lay" if count == 1 else f"{count} old gradients that lay"
    observed = f"Besides its own gradient, the update of call {turn.number} used {old} in .grad before the call"
    zeroed = [(one.number, on) for one in turns for on in one.story.zeroed]
    own = [number for number, on in zeroed if on in ("optimizer", "classifier")]
    others = [on for _, on in zeroed if on not in ("optimizer", "classifier")]
    if using and not all(using):
        return Finding("zero_grad.every_few_batches", f"{observed}; other calls did not.", _ASK)
    if own:
        once = set(own) == {1}
        return Finding(
            "zero_grad.once" if once else "zero_grad.every_few_batches",
            f"{observed}: zero_grad was called {times(len(own))}"
            + (", in the first call only." if once else f" in {len(turns)} calls."),
            "How often does .grad have to be emptied?",
        )
    if others:
        return emptied_elsewhere(observed, others)
    if uncalled:
        return Finding(
            "zero_grad.not_called",
            f"{observed}: zero_grad is named, not called.",
            "What does Python do with a function's name that has no parentheses after it?",
        )
    return Finding("zero_grad.never", f"{observed}: .grad was never emptied.", _ASK)
