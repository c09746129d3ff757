"""The judge of `batchnorm_update`: BatchNorm's running mean and variance after one more batch.

The truth is written with its choices as keyword-only settings: what a batch's mean and variance are, and how
each is mixed with what was known before. A fault is another setting, so that two faults can be computed at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.judges.finding import Challenge
from autograder.judges.numbers.faults import Fault
from autograder.judges.numbers.numeric import Numeric
from autograder.judges.numbers.spread import calls
from autograder.judges.train_and_eval.batchnorm_mixes import MIXES, Mix, right_mix
from autograder.plain import Array

Of = Callable[[Array], Any]
Around = Callable[[Array, Array, Array], Any]
Spread = Callable[[Array, Any, int], Any]


def _squares(x: Array, around: Any, ddof: int) -> Any:
    return ((x - around) ** 2).sum(0) / (len(x) - ddof)


def batchnorm_update(
    x: Any,
    mean: Any,
    var: Any,
    momentum: float | None = None,
    *,
    default: float = 0.1,
    center: Of = lambda x: x.mean(0),
    around: Around = lambda x, old, new: x.mean(0),
    spread: Spread = _squares,
    ddof: int = 1,
    root: Of = lambda v: v,
    mix_mean: Mix = right_mix,
    mix_var: Mix = right_mix,
    pair: Callable[[Array, Array], tuple[Array, Array]] = lambda mean, var: (mean, var),
) -> tuple[Array, Array]:
    """Running mean and variance `(d,)` after the batch x `(n, d)`. Source: PyTorch, `nn.BatchNorm1d`."""
    x, mean, var = (np.asarray(one, dtype=np.float64) for one in (x, mean, var))
    share = default if momentum is None else momentum
    with np.errstate(all="ignore"):
        new_mean = mix_mean(mean, center(x), share, x)
        new_var = mix_var(var, root(spread(x, around(x, mean, new_mean), ddof)), share, x)
        return pair(new_mean, new_var)


def challenge(rng: np.random.Generator) -> Challenge:
    """The lesson's numbers first; one to five columns, square batches, one of two rows; each argument changes."""
    (x, mean, var), (other_x, other_mean, other_var) = _inputs(rng, 6, 3), _inputs(rng, 6, 3)
    single = [one.astype(np.float32) for one in _inputs(rng, 8, 2)]
    names = ("x", "mean", "var")

    def named(n: int, d: int, **more: float) -> dict[str, Any]:
        return dict(zip(names, _inputs(rng, n, d), strict=True)) | more

    return calls(
        ([np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([0.0]), np.array([1.0])], {}),
        ([x, mean, var], {}),
        ([x, mean, var, 0.3], {}),
        ([x, mean, var, 0.85], {}),
        ([other_x, mean, var, 0.3], {}),
        ([x, other_mean, var, 0.3], {}),
        ([x, mean, other_var, 0.3], {}),
        ([], named(4, 4)),
        ([], named(3, 3, momentum=0.2)),
        ([*_inputs(rng, 5, 5), 0.6], {}),
        (single, {}),
        ([], dict(zip(names, single, strict=True)) | {"momentum": 0.4}),
        ([], named(2, 4, momentum=0.15)),
        ([], named(40, 1, momentum=0.05)),
        ([*_inputs(rng, 7, 2), 1.0], {}),
        ([*_inputs(rng, 7, 2), 0.0], {}),
        ([x, mean, var], {}),
    )


def _inputs(rng: np.random.Generator, n: int, d: int) -> list[Array]:
    """A batch, and a running mean and variance far from its own; two decimals each, so that a message can show them."""
    x = rng.uniform(-2, 2, d) + rng.uniform(0.6, 1.6, d) * rng.normal(size=(n, d))
    return [np.round(one, 2) for one in (x, rng.uniform(-2, 2, d), rng.uniform(0.3, 4, d))]


COLUMNS = "Which axis counts the examples, and how many means does x of shape (n, d) have?"
CORRECTION = "Which variance does BatchNorm keep for later, and what does it divide by: n or n - 1?"
DEVIATION = "In which unit is a variance, and in which a standard deviation?"
DIVIDED = "What turns a sum over the batch into its mean?"
EVERY_ROW = "Which rows of the batch take part?"


def _axes() -> Iterator[Fault]:
    """Means and variances over the wrong axis: of both, of the mean, of the variance."""
    for mistake, axis, says in (
        ("axis.all", None, "taken over all numbers of the batch at once"),
        ("axis.wrong", 1, "taken along each row, not down each column"),
    ):

        def center(x: Array, axis: int | None = axis) -> Any:
            return x.mean(axis)

        def spread(x: Array, around: Any, ddof: int, axis: int | None = axis) -> Any:
            count = x.size if axis is None else x.shape[axis]
            return ((x - x.mean(axis, keepdims=True)) ** 2).sum(axis) / (count - ddof)

        yield Fault(mistake, {"center": center, "spread": spread}, f"mean and variance are {says}.", COLUMNS)
        yield Fault(mistake, {"center": center}, f"the mean is {says}.", COLUMNS)
        yield Fault(mistake, {"spread": spread}, f"the variance is {says}.", COLUMNS)


def _mixed() -> Iterator[Fault]:
    """Every wrong way to mix old and new: in both results, in the mean, in the variance."""
    for mistake, mix, says, hint in MIXES:
        yield Fault(mistake, {"mix_mean": mix, "mix_var": mix}, f"{says}.", hint)
        yield Fault(mistake, {"mix_mean": mix}, f"in the mean, {says}.", hint)
        yield Fault(mistake, {"mix_var": mix}, f"in the variance, {says}.", hint)


BATCHNORM_UPDATE = Numeric(
    function="batchnorm_update",
    parameters=("x", "mean", "var", "momentum"),
    truth=batchnorm_update,
    faults=(
        Fault("variance.biased", {"ddof": 0}, "the batch's variance was divided by n, not by n - 1.", CORRECTION),
        Fault(
            "returns.swapped",
            {"pair": lambda mean, var: (var, mean)},
            "the variance comes first and the mean second.",
            "In which order does the task ask for the two?",
        ),
        *_axes(),
        *_mixed(),
        Fault("variance.root", {"root": np.sqrt}, "the batch's standard deviation stands for its variance.", DEVIATION),
        Fault(
            "variance.root",
            {"pair": lambda mean, var: (mean, np.sqrt(var))},
            "the variance's square root came back.",
            DEVIATION,
        ),
        Fault("variance.root", {"root": np.square}, "the batch's variance was squared once more.", DEVIATION),
        *(
            Fault(
                "momentum.default",
                {"default": default},
                f"without a momentum, {default:g} was used.",
                "Which momentum does the task give where the call gives none?",
            )
            for default in (0.9, 0.01, 0.99, 0.5, 0.0, 1.0)
        ),
        Fault(
            "variance.corrected_twice",
            {"spread": lambda x, around, ddof: x.var(0, ddof=ddof) * len(x) / (len(x) - 1)},
            "the batch's variance was corrected by n / (n - 1) once more.",
            CORRECTION,
        ),
        Fault(
            "conversion.inverted",
            {"spread": lambda x, around, ddof: x.var(0) * (len(x) - 1) / len(x)},
            "the variance over n was multiplied by (n - 1) / n.",
            "Is the unbiased variance larger or smaller than the biased one?",
        ),
        Fault(
            "axis.wrong",
            {"spread": lambda x, around, ddof: x.var(0) * x.shape[1] / (x.shape[1] - 1)},
            "the correction counts columns, not examples.",
            COLUMNS,
        ),
        Fault(
            "axis.wrong",
            {"spread": lambda x, around, ddof: ((x - around) ** 2).sum(0) / (x.shape[1] - ddof)},
            "the sum of squares was divided by the number of columns.",
            COLUMNS,
        ),
        Fault(
            "reduction.sum",
            {"spread": lambda x, around, ddof: ((x - around) ** 2).sum(0)},
            "the squared deviations were added and not divided.",
            DIVIDED,
        ),
        Fault("reduction.sum", {"center": lambda x: x.sum(0)}, "the batch was added up and not divided.", DIVIDED),
        Fault(
            "mean.divisor",
            {"center": lambda x: x.sum(0) / (len(x) - 1)},
            "the batch's mean was divided by n - 1.",
            "For which of the two does the task ask to divide by n - 1?",
        ),
        Fault(
            "variance.center",
            {"around": lambda x, old, new: old},
            "deviations were taken from the running mean as it was before.",
            "From which mean do the batch's numbers deviate?",
        ),
        Fault(
            "variance.center",
            {"around": lambda x, old, new: new},
            "deviations were taken from the new running mean.",
            "From which mean do the batch's numbers deviate?",
        ),
        Fault(
            "variance.center",
            {"around": lambda x, old, new: 0.0},
            "that is the mean square: the mean was not taken off.",
            "From which mean do the batch's numbers deviate?",
        ),
        Fault(
            "variance.not_squared",
            {"spread": lambda x, around, ddof: np.abs(x - around).sum(0) / (len(x) - ddof)},
            "the deviations were not squared.",
            DEVIATION,
        ),
        Fault("loop.overwritten", {"center": lambda x: x[-1]}, "the last row alone stands for the mean.", EVERY_ROW),
        Fault("loop.early_return", {"center": lambda x: x[0]}, "the first row alone stands for the mean.", EVERY_ROW),
        Fault("center.median", {"center": lambda x: np.median(x, 0)}, "that is the median.", "Which middle is asked?"),
    ),
)
