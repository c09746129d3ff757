"""An epoch cut into minibatches: does each index come once, and do the batches have the sizes asked for?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from autograder.judges.finding import Finding
from autograder.judges.minibatches.epoch import FUNCTION, MOST_SHOWN, Epoch
from autograder.judges.numbers.words import shown_call

_EACH_ONCE = "How often should each of 0 .. n-1 come in one epoch?"
_LAST_BATCH = "When n is no multiple of batch_size, what becomes of the indices that are left over?"
_REACHED = "Which batches does the loop keep, the first and the last included?"
_SIZES = "How many indices has each batch, and which one alone may have fewer?"
_BOUNDS = "Which is the first index of an array of n rows, and which the last?"


def name(epochs: list[Epoch]) -> Finding | None:
    """What is wrong with the sizes or with which indices came; None where nothing is."""
    wrong = [epoch for epoch in epochs if not epoch.right]
    if not wrong:
        return None
    for rule in (_swapped, _nothing, _by_one, _endless, _outside, _repeated, _missing):
        finding = rule(epochs, wrong)
        if finding is not None:
            return finding
    return _sizes(epochs, wrong)


def misplaced(epochs: list[Epoch]) -> bool:
    """Whether nothing is wrong but that the short batch does not always come last."""
    return all(epoch.complete and sorted(epoch.sizes) == sorted(epoch.expected) for epoch in epochs)


def _swapped(epochs: list[Epoch], wrong: list[Epoch]) -> Finding | None:
    by_position = [epoch for epoch in epochs if epoch.made["args"]]
    if any(epoch.made["kwargs"] for epoch in wrong) or len(by_position) == len(epochs):
        return None
    if any(epoch.came != list(range(epoch.batch_size)) for epoch in by_position):
        return None
    first = wrong[0]
    return Finding(
        "arguments.swapped",
        f"{first.gave()}: called by position, n and batch_size change places.",
        "In which order does the task name the parameters?",
    )


def _nothing(epochs: list[Epoch], wrong: list[Epoch]) -> Finding | None:
    if any(epoch.sizes for epoch in epochs):
        return None
    return Finding("batch.dropped", f"{wrong[0].gave()}: nothing came out.", "Where is a batch kept or yielded?")


def _by_one(epochs: list[Epoch], wrong: list[Epoch]) -> Finding | None:
    """The same index at one end missing, or one too many, in every call."""
    known: tuple[tuple[Callable[[int], range], str], ...] = (
        (lambda n: range(1, n + 1), "it counts from 1 to n: index 0 never comes, and n is no index of n rows"),
        (lambda n: range(n - 1), "the last index, n - 1, never comes"),
        (lambda n: range(1, n), "index 0 never comes"),
        (lambda n: range(n + 1), "index n comes too, and n rows have no row n"),
    )
    for indices, says in known:
        if all(epoch.came == list(indices(epoch.n)) for epoch in epochs):
            first = next(epoch for epoch in wrong if epoch.sizes)
            return Finding("loop.off_by_one", f"{first.gave()}: {says}.", _BOUNDS)
    return None


def _endless(epochs: list[Epoch], wrong: list[Epoch]) -> Finding | None:
    first = next((epoch for epoch in wrong if epoch.endless), None)
    if first is None:
        return None
    return Finding(
        "error.timeout",
        f"{shown_call(FUNCTION, first.made)} still goes on after {len(first.sizes)} batches; "
        f"{first.n} indices fill {len(first.expected)}.",
        "When is an epoch over, and which line ends the loop then?",
    )


def _outside(epochs: list[Epoch], wrong: list[Epoch]) -> Finding | None:
    for epoch in wrong:
        outside = [index for index in epoch.came if not 0 <= index < epoch.n]
        if outside:
            return Finding("index.outside", f"{epoch.gave()}: {outside[0]} is none of 0 .. {epoch.n - 1}.", _BOUNDS)
    return None


def _repeated(epochs: list[Epoch], wrong: list[Epoch]) -> Finding | None:
    for epoch in wrong:
        index, times = Counter(epoch.came).most_common(1)[0] if epoch.came else (0, 0)
        if times < 2:
            continue
        if len(epoch.sizes) == len(epoch.expected) and len(set(epoch.order[: epoch.n].tolist())) == epoch.n:
            says = f"the last batch was filled up with indices that had come already, such as {index}"
        else:
            never = f" and index {epoch.missing[0]} never" if epoch.missing else ""
            says = f"index {index} came {times} times{never}"
        return Finding("batch.repeated", f"{epoch.gave()}: {says}.", _EACH_ONCE)
    return None


def _missing(epochs: list[Epoch], wrong: list[Epoch]) -> Finding | None:
    """Indices that never came, where none came twice."""
    first = next((epoch for epoch in wrong if epoch.missing), None)
    if first is None:
        return None
    several = [epoch for epoch in epochs if len(epoch.expected) > 1]
    gave, lost = first.gave(), f"{len(first.missing)} of {first.n} indices never came"
    if len(several) > 1 and all(epoch.sizes == epoch.expected[:1] for epoch in epochs):
        return Finding(
            "loop.early_return",
            f"{gave}: only the first batch came.",
            "After how many rounds of the loop is return reached?",
        )
    if len(several) > 1 and all(epoch.sizes == epoch.expected[-1:] for epoch in epochs):
        return Finding(
            "loop.overwritten",
            f"{gave}: only the last batch is left.",
            "What is left of the earlier rounds when the last one is done?",
        )
    if all(epoch.sizes == epoch.expected[:-1] for epoch in wrong):
        return Finding("batch.dropped", f"{gave}: the last batch is missing, so {lost}.", _LAST_BATCH)
    if all(set(epoch.sizes[:-1]) <= {epoch.batch_size} for epoch in wrong):
        return Finding("batch.dropped", f"{gave}: {lost}, such as {first.missing[0]}.", _REACHED)
    return Finding(
        "batch.size", f"{gave}: the sizes should be {_listed(first.expected)}, and {lost}.", f"{_SIZES} {_EACH_ONCE}"
    )


def _sizes(epochs: list[Epoch], wrong: list[Epoch]) -> Finding:
    """Each index came once, in batches of other sizes."""
    first = wrong[0]
    gave, asked = first.gave(), f"asked for are {_listed(first.expected)}"
    if all(epoch.sizes == [epoch.n] for epoch in epochs):
        return Finding(
            "argument.ignored",
            f"{gave}: all indices came in one batch; batch_size made no difference.",
            "Where does the function use batch_size?",
        )
    if 0 in first.sizes:
        return Finding(
            "batch.size", f"{gave}: a batch is empty.", "What is left for the last batch when n is a multiple?"
        )
    if misplaced(epochs):
        return Finding("batch.size", f"{gave}: the short batch comes before the last.", _SIZES)
    if all(len(epoch.sizes) == min(epoch.batch_size, epoch.n) for epoch in wrong):
        asked += "; batch_size is the number of indices in a batch, not the number of batches"
    return Finding("batch.size", f"{gave}, of sizes {_listed(first.sizes)}; {asked}.", _SIZES)


def _listed(sizes: list[int]) -> str:
    return ", ".join(map(str, sizes[:MOST_SHOWN])) + (", ..." if len(sizes) > MOST_SHOWN else "")
