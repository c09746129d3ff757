"""Names what is wrong with the minibatches that `train` went through: which, how often, in how many epochs."""

from __future__ import annotations

from autograder.judges.finding import Finding
from autograder.judges.mnist.trial import Trial, epoch_count
from autograder.judges.training.events import Pass


def batch_fault(trial: Trial, trials: list[Trial]) -> Finding | None:
    """The finding where the model was not trained on each minibatch once in each of `epochs` epochs."""
    order = batches_of(trial)
    n, epochs = len(trial.twin.batches), trial.problem["epochs"]
    if order == list(range(n)) * epochs:
        return None
    if None in order:
        return _other_cut(trial, order)
    numbers = [i for i in order if i is not None]
    return (
        _epochs(trial, trials, numbers)
        or _some(numbers, n, epochs)
        or Finding(
            "unexplained",
            f"The model was trained on minibatches {_listed(numbers)}; expected are 1 to {n} in order, {epochs} times.",
            "Which minibatch does each turn of the loop take?",
        )
    )


def batches_of(trial: Trial) -> list[int | None]:
    """The number of the minibatch of each training pass (from 0); None for what is none of the loader's."""
    numbers = {rows: i for i, rows in enumerate(trial.twin.batches)}
    trained = [numbers.get(one.rows) for one in trial.story.trained]
    every = [numbers.get(one.rows) for one in _once(trial.story.passes)]
    right = list(range(len(trial.twin.batches))) * trial.problem["epochs"]
    return every if every == right else trained


def _once(passes: list[Pass]) -> list[Pass]:
    """Without the second of two passes in a row on the same images at the same weights."""
    return [
        one
        for before, one in zip([None, *passes], passes, strict=False)
        if before is None or before.rows != one.rows or before.weights is not one.weights
    ]


def ran(trial: Trial) -> int | None:
    """How many whole epochs were run, each minibatch once; None where it was something else."""
    order, n = batches_of(trial), len(trial.twin.batches)
    whole = len(order) // n
    return whole if order and order == list(range(n)) * whole else None


def _epochs(trial: Trial, trials: list[Trial], order: list[int]) -> Finding | None:
    runs = [(ran(one), one.problem["epochs"]) for one in trials]
    mine = ran(trial)
    if mine is None:
        return None
    observed = f"{epoch_count(trial.problem['epochs'])} were asked for, {mine} "
    observed += "was run" if mine == 1 else "were run"
    counts, missing = {done for done, _ in runs}, {asked - (done or 0) for done, asked in runs}
    if missing in ({1}, {-1}):
        return Finding(
            "epochs.off_by_one",
            f"{observed}.",
            "Which values does the loop's counter take, from the first to the last?",
        )
    if counts == {1} and trial.facts.get("return_in_loop"):
        return Finding(
            "epochs.early_return",
            f"{observed}: train came back after the first.",
            "Under which line does the return stand, and when is it reached?",
        )
    if counts == {1} and trial.entries == trial.problem["epochs"]:
        return Finding(
            "epochs.ignored",
            f"{observed}: later epochs found no minibatch any more.",
            "Where does the second epoch get its minibatches from?",
        )
    unread = "epochs" in trial.facts.get("unused", ["epochs"])
    if len(counts) == 1 and (unread or counts == {1} or min(missing) < 0):
        return Finding(
            "epochs.ignored", f"{observed}.", "Where does the loop use the number of epochs that was passed?"
        )
    if min(missing) >= 0:
        return Finding("epochs.early_return", f"{observed}.", "Which line may end the training before the last epoch?")
    return Finding("unexplained", f"{observed}.", "Which values does the loop's counter take, from first to last?")


def _some(order: list[int], n: int, epochs: int) -> Finding | None:
    seen = sorted(set(order))
    if len(order) == 1 or (order == (list(range(n)) * epochs)[: len(order)] and len(order) % n):
        return Finding(
            "loop.early_return",
            f"Training stopped after {len(order)} of {n * epochs} minibatches.",
            "Under which line does the return stand, and when is it reached?",
        )
    if len(seen) == 1 and len(order) > epochs:
        return Finding(
            "batch.same",
            f"All {len(order)} updates used the same minibatch, number {seen[0] + 1}.",
            "Where in the loop is the next minibatch taken from the loader?",
        )
    if seen == [0]:
        return Finding(
            "batch.first_only",
            f"In each epoch only the first of {n} minibatches was used.",
            "What ends the loop over minibatches?",
        )
    if len(seen) == 1:
        return Finding(
            "batch.last_only",
            f"In each epoch only minibatch {seen[0] + 1} of {n} was used for training.",
            "Which lines stand under the loop over minibatches, and which after it?",
        )
    missed = sorted(set(range(n)) - set(seen))
    if missed and order == seen * (len(order) // len(seen)):
        return Finding(
            "batch.dropped",
            f"In each epoch {len(seen)} of {n} minibatches were used: number {missed[0] + 1} was left out.",
            "Which minibatches does the loop go over, and is the last one different?",
        )
    times = len(order) // n
    if order == [i for i in range(n) for _ in range(times)] or (
        len(order) == 2 * n * epochs and order[::2] == order[1::2]
    ):
        return Finding(
            "batch.repeated",
            f"The model was trained on the same minibatch several times in a row: {_listed(order)}.",
            "Which of the two loops stands inside the other?",
        )
    return None


def _other_cut(trial: Trial, order: list[int | None]) -> Finding:
    first = order.index(None)
    rows, batches = trial.story.trained[first].rows, trial.twin.batches
    count = f"{len(rows)} image{'s' * (len(rows) != 1)}"
    if any(set(rows) < set(batch) for batch in batches):
        name, told = "batch.size", f"{count} out of one of the loader's minibatches of {len(batches[0])}"
    elif len(rows) in map(len, batches):
        name, told = "loader.ignored", f"{count} that stand together in none of the loader's minibatches"
    else:
        name, told = "batch.size", f"{count}, not on one of the loader's minibatches of {len(batches[0])}"
    return Finding(
        name,
        f"Pass {first + 1} was on {told}.",
        "Who cuts the images into minibatches: the loader, or train?",
    )


def _listed(order: list[int]) -> str:
    return ", ".join(str(i + 1) for i in order[:12]) + (", ..." if len(order) > 12 else "")
