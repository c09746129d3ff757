"""Names what is wrong with the loss and the accuracy that `evaluate` gave, from the numbers alone.

The twin answers every exam in each way in which a student's model may have run (modes). For each, the recipes for
loss and accuracy are tried; what predicts the numbers of every exam with the fewest mistakes gives the name. Where
nothing does, the record of the call may tell that the model, the loader or the loss was never used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from torch import Tensor

from autograder.judges.finding import Finding
from autograder.judges.numbers.faults import ABSOLUTE, RELATIVE, ROUNDED, SIGN, Fault, near
from autograder.judges.numbers.words import shown_apart
from autograder.judges.train_and_eval.exam_recipes import (
    Faults,
    accuracy_ways,
    counted,
    counts,
    loss_readings,
    loss_ways,
)
from autograder.judges.train_and_eval.sitting import Modes, Sitting
from autograder.plain import Array

Outputs = list[list[Tensor]]  # per exam and minibatch
WHICH_MODE = "In which mode do Dropout and BatchNorm leave the answers alone, and who switches it on, and when?"
UNUSED = "Where does the function use {} as it was passed?"

SWAPPED = Fault(
    "returns.swapped",
    {},
    "the accuracy comes first and the loss second.",
    "In which order does the task ask for the two?",
)

SCALED = Fault("loss.scaled", {}, "every one is the same multiple of what it should be.", "Which factor is too much?")


def _mode(says: str) -> Faults:
    return (Fault("mode.eval_missing", {}, says, WHICH_MODE),)


MODES: tuple[tuple[Faults, Modes], ...] = (
    ((), lambda i, training: False),
    (_mode("that is what the model gives in the mode in which it was handed over."), lambda i, training: training),
    (_mode("that is what the model gives in train mode."), lambda i, training: True),
    (_mode("the first minibatch met the model before it was in eval mode."), lambda i, training: training and i == 0),
    (_mode("all minibatches but the first met the model in train mode."), lambda i, training: i > 0),
    (_mode("all minibatches but the first met the model in train mode."), lambda i, training: training and i > 0),
)


@dataclass(frozen=True)
class Explained:
    """What is wrong with the modes, the order, the loss and the accuracy; None where a number is not explained."""

    modes: Faults
    swapped: bool
    loss: Faults | None
    accuracy: Faults | None

    @property
    def cost(self) -> tuple[int, int]:
        """Fewer is better: numbers left unexplained, then mistakes."""
        parts = (self.loss, self.accuracy)
        made = sum(len(part) for part in parts if part is not None)
        return sum(part is None for part in parts), made + len(self.modes) + self.swapped

    def faults(self, facts: dict[str, Any]) -> list[Fault]:
        """All mistakes, those that come first in the course of the function first; none is named twice."""
        loss, accuracy = self.loss or (), self.accuracy or ()
        early = bool(facts.get("return_in_loop"))
        found = [*self.modes, *([SWAPPED] if self.swapped else [])]
        found += [replace(one, says=f"Loss: {one.says}") for one in loss]
        found += [replace(one, says=f"Accuracy: {one.says}") for one in accuracy]
        both = {one.mistake for one in loss} & {one.mistake for one in accuracy}
        kept: list[Fault] = []
        for one in found:
            if one.mistake in both and any(one.mistake == other.mistake for other in kept):
                continue
            stopped = one.mistake == "batch.first_only" and early
            kept.append(replace(one, mistake="loop.early_return") if stopped else one)
            if stopped:
                both.add("loop.early_return")
        return kept


def number_finding(seen: list[Sitting], facts: dict[str, Any]) -> Finding:
    """The finding where at least one of the numbers is wrong."""
    found = _nan(seen) or _kept(seen) or _constant(seen) or _reduction(seen)
    if found is not None:
        return found
    best = min(_explanations(seen), key=lambda one: one.cost)
    if best.loss is None:
        unused = _unused(seen)
        if unused is not None:
            return unused
    wrong = _clearest(seen, best)
    faults = best.faults(facts)
    if not faults:
        return _unexplained(wrong)
    first, *others = faults
    more = [one.says for one in others]
    if best.loss is None or best.accuracy is None:
        more.append(f"The {'loss' if best.loss is None else 'accuracy'} differs in a way that has no name here.")
    told = " ".join(says[:1].upper() + says[1:] for says in (first.says, *more))
    calling = wrong.title if best.modes else wrong.called
    return Finding(first.mistake, f"{calling} gave {_observed(wrong)}. {told}", first.hint)


def _explanations(seen: list[Sitting]) -> Iterator[Explained]:
    """For each way the model may have run, what is wrong with both numbers."""
    for modes, of in MODES:
        outputs = [one.outputs(of) for one in seen]
        for swapped in (False, True):
            given = [one.given[::-1] if swapped else one.given for one in seen]
            loss = _cheapest([x for x, _ in given], _losses(seen, outputs), scaled=True)
            if loss is None and (modes or swapped):
                continue  # an accuracy alone is too little to tell in which mode the model ran
            accuracy = _cheapest([y for _, y in given], _accuracies(seen, outputs), scaled=False)
            found = Explained(modes, swapped, loss, accuracy)
            yield found
            if found.cost[0] == 0 and not modes and not swapped:
                return


def _losses(seen: list[Sitting], outputs: Outputs) -> Iterator[tuple[Faults, list[float]]]:
    for read, reading in loss_readings():
        values = [one.losses(reading, some) for one, some in zip(seen, outputs, strict=True)]
        for put, way in loss_ways():
            yield (*read, *put), [float(way(v, one.cut)) for v, one in zip(values, seen, strict=True)]


def _accuracies(seen: list[Sitting], outputs: Outputs) -> Iterator[tuple[Faults, list[float]]]:
    for read, count in counts():
        values = [counted(count, some, one.targets) for one, some in zip(seen, outputs, strict=True)]
        for put, way in accuracy_ways():
            yield (*read, *put), [float(way(v, one.cut)) for v, one in zip(values, seen, strict=True)]


def _cheapest(given: list[Array], predictions: Iterable[tuple[Faults, list[float]]], *, scaled: bool) -> Faults | None:
    """The fewest faults that predict every result; the sign, rounding and a constant factor are faults as well."""
    every = list(predictions)
    results, predicted = np.array(given), np.array([numbers for _, numbers in every])
    ways: list[tuple[Faults, Array]] = [((), _near(results, predicted)), ((SIGN,), _near(results, -predicted))]
    ways.append(((ROUNDED,), _rounded(results, predicted)))
    if scaled and len(results) > 2:
        ratios = np.divide(results, predicted, out=np.zeros_like(predicted), where=predicted != 0)
        same = np.isclose(ratios, ratios[:, :1], rtol=1e-5, atol=0).all(axis=1) & (ratios != 0).all(axis=1)
        factor = float(ratios[same][0, 0]) if same.any() else 1.0
        ways.append(((replace(SCALED, says=f"every one is {factor:.4g} times what it should be."),), same))
    found = [(*every[i][0], *more) for more, fits in ways for i in np.flatnonzero(fits)]
    return min(found, key=len, default=None)


def _near(results: Array, predicted: Array) -> Array:
    return np.asarray(np.isclose(results, predicted, rtol=RELATIVE, atol=ABSOLUTE).all(axis=1))


def _rounded(results: Array, predicted: Array) -> Array:
    """For each prediction, whether the results are that, rounded to some number of decimals, the same for all."""
    fits = np.zeros(len(predicted), dtype=bool)
    for decimals in range(6):
        whole = results * 10.0**decimals
        if not np.isfinite(whole).all() or not np.allclose(whole, np.rint(whole), rtol=0, atol=1e-3):
            continue
        off = whole - predicted * 10.0**decimals
        fits |= (np.abs(off) < 0.501).all(axis=1) | ((off > -0.999) & (off < 1e-6)).all(axis=1)
    return fits & (len(np.unique(results)) > 1)


def _nan(seen: list[Sitting]) -> Finding | None:
    for one in seen:
        if any(np.isnan(x) for x in one.given):
            hint = "Which step first gives nan: 0 times infinity, infinity minus infinity, or 0 / 0?"
            return Finding("returns.nan", f"{one.called} gave {_observed(one)}: nan is no number.", hint)
    return None


def _kept(seen: list[Sitting]) -> Finding | None:
    """The same exam, sat twice, gave different numbers."""
    for i, again in enumerate(seen):
        for one in seen[:i]:
            if one.key == again.key and one.fits and not again.fits:
                return Finding(
                    "state.kept",
                    f"{one.called} was right when first called; called again later with an equal model, it gave "
                    f"{_observed(again)}.",
                    "Which name keeps its value from one call to the next, and where should it start afresh?",
                )
    return None


def _constant(seen: list[Sitting]) -> Finding | None:
    """One and the same pair for every exam."""
    first = seen[0].given
    if len(seen) < 3 or not all(near(x, y) for one in seen for x, y in zip(one.given, first, strict=True)):
        return None
    return Finding(
        "argument.ignored",
        f"{seen[0].called} gave {_observed(seen[0])}: every exam gave the same two numbers.",
        UNUSED.format("its model and its loader"),
    )


def _reduction(seen: list[Sitting]) -> Finding | None:
    """The loss was asked for sums by an attribute that not every loss has, or heeds."""
    if not any(one.told["reduction"] in ("sum", "none") for one in seen):
        return None
    one = next(one for one in seen if not one.fits)
    return Finding(
        "loss.reduction",
        f"{one.called} gave {_observed(one)}: the `reduction` of loss_fn was changed, which had no effect there.",
        "What does the task promise of every loss_fn, and is an attribute among it?",
    )


def _unused(seen: list[Sitting]) -> Finding | None:
    """What was passed and never used, as the record has it."""
    tests: tuple[tuple[str, str, str, Callable[[dict[str, Any]], bool]], ...] = (
        ("model.ignored", "the model that was passed was never called", "the model", lambda told: not told["forwards"]),
        (
            "loader.ignored",
            "the loader that was passed was never started",
            "the loader",
            lambda told: told["epochs"] == 0,
        ),
        (
            "loss.other_function",
            "the loss_fn that was passed was never called",
            "loss_fn",
            lambda told: told["losses"] == 0,
        ),
    )
    one = next(one for one in seen if not one.fits)
    for mistake, says, what, test in tests:
        if all(test(other.told) for other in seen if not other.fits):
            return Finding(mistake, f"{one.called} gave {_observed(one)}: {says}.", UNUSED.format(what))
    return None


def _clearest(seen: list[Sitting], best: Explained) -> Sitting:
    """The first exam in which the mistake named first shows."""
    wrong = [one for one in seen if not one.fits]
    in_loss = [one for one in wrong if not near(one.given[0], one.right[0])]
    return (in_loss if in_loss and (best.loss or best.modes) else wrong)[0]


def _unexplained(one: Sitting) -> Finding:
    hint = "Worked by hand for two minibatches, one of them shorter, which step gives another number?"
    return Finding("unexplained", f"{one.title} gave {_observed(one)}.", hint)


def _observed(one: Sitting) -> str:
    """`the loss 1.2, expected 1.1, and the accuracy 0.5, expected 0.6`: what is wrong of both."""
    told: list[str] = []
    for name, x, y in zip(("loss", "accuracy"), one.given, one.right, strict=True):
        if not near(x, y):
            gave, expected = shown_apart(x, y)
            told.append(f"the {name} {gave}, expected {expected}")
    return ", and ".join(told)
