"""Probes of the assignment 06_zero_grad: small networks are updated and watched; recorded loops are shown.

A problem (see `autograder.problem`) has `turns` beside its images: one for each call, a list of minibatches, each a
list of the rows it holds. All calls of a problem go to the same model and optimizer, one after the other. Where the
problem has `old` gradients, a flat vector, they lie in `.grad` before the first call. The evidence of one problem is

    turns      for each call its `outcome`, its `value` (see `autograder.probes.calls`), the `weights` after it, and
               whether it `modified` its minibatches
    events     and what else the record holds (see `autograder.probes.recording`); an event `call` ends each call
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import torch
from torch import Tensor

from autograder.plain import Plain
from autograder.probes.calls import Function, attempt
from autograder.probes.describe import MAX_TEXT, describe
from autograder.probes.recording import RecordedLoss, RecordedNetwork, Recorder
from autograder.probes.source import facts
from autograder.problem import PIXELS, Problem, weights_of

Batch = tuple[Tensor, Tensor]


def probe_train_step(function: Function | None, challenge: dict[str, Any]) -> dict[str, Plain]:
    """What `train_step` did with each minibatch of the challenge's problems, and facts about its source."""
    return _probe(function, challenge, one_batch=True)


def probe_accumulated_step(function: Function | None, challenge: dict[str, Any]) -> dict[str, Plain]:
    """What `accumulated_step` did with each list of minibatches, and facts about its source."""
    return _probe(function, challenge, one_batch=False)


def probe_diagnose(function: Function | None, challenge: dict[str, Any]) -> dict[str, Plain]:
    """`{"calls": [evidence, ...]}`: what `diagnose` said of each recorded loop; a text is told as `answer`."""
    told: list[Plain] = []
    for record in challenge["records"]:
        told.append(_diagnosed(function, record))
        if told[-1]["outcome"] in ("timeout", "undefined"):
            break
    return {"calls": told}


def _probe(function: Function | None, challenge: dict[str, Any], one_batch: bool) -> dict[str, Plain]:
    """Stops after a problem that raised or ran out of time: the rest would only do so again."""
    told: list[dict[str, Plain]] = []
    for problem in challenge["problems"]:
        told.append(_problem(function, problem, one_batch))
        if told[-1]["turns"][-1]["outcome"] != "value":
            break
    return {"problems": told, "source": facts(function)}


def _problem(function: Function | None, problem: Problem, one_batch: bool) -> dict[str, Plain]:
    if function is None:
        return {"turns": [{"outcome": "undefined"}]}
    recorder = Recorder(problem)
    model, loss_fn = RecordedNetwork(problem, recorder).train(), RecordedLoss(problem, recorder)
    optimizer = torch.optim.SGD(
        model.parameters(), lr=problem["lr"], momentum=problem["momentum"], weight_decay=problem["weight_decay"]
    )
    _leave_behind(model, problem["old"])
    turns: list[Plain] = []
    with recorder.watch(model, optimizer):
        for rows in problem["turns"]:
            batches = _batches(problem, rows)
            last: tuple[Any, ...] = batches[0] if one_batch else (list(batches),)
            one = _call(function, problem["by"], (model, optimizer, loss_fn, *last))
            recorder.note("call")
            after = batches if one_batch else last[0]
            one["modified"] = one["outcome"] == "value" and not _same(after, _batches(problem, rows))
            one["weights"] = weights_of(model).numpy()
            turns.append(one)
            if one["outcome"] != "value":
                break
    return {"turns": turns} | recorder.told()


def _call(function: Function, by: str, given: tuple[Any, ...]) -> dict[str, Plain]:
    names = ("model", "optimizer", "loss_fn", *(("data", "target") if len(given) == 5 else ("minibatches",)))
    named: dict[str, Any] = dict(zip(names, given, strict=True))
    args, kwargs = ([], named) if by == "keyword" else (list(given), {})
    told, returned = attempt(function, args, kwargs)
    if told["outcome"] == "value":
        told["value"] = describe(returned)
    return told


def _leave_behind(model: torch.nn.Module, old: Any) -> None:
    """Puts old gradients into `.grad`; none where `old` is None."""
    if old is None:
        return
    parameters = list(model.parameters())
    for parameter, part in zip(parameters, torch.tensor(old).split([p.numel() for p in parameters]), strict=True):
        parameter.grad = part.view_as(parameter).clone()


def _batches(problem: Problem, turn: list[list[int]]) -> list[Batch]:
    """Fresh copies of a turn's minibatches: flat images `(b, 784)` and labels `(b,)`."""
    images, labels = torch.tensor(problem["images"]).reshape(-1, PIXELS), torch.tensor(problem["labels"])
    return [(images[rows].clone(), labels[rows].clone()) for rows in turn]


def _same(after: Any, before: list[Batch]) -> bool:
    """Whether a call left its minibatches as they were; what can no longer be compared is not."""
    try:
        return len(after) == len(before) and all(
            torch.equal(x, y) for one, other in zip(after, before, strict=True) for x, y in zip(one, other, strict=True)
        )
    except Exception:  # the student's function may have put anything into the list
        return False


def _diagnosed(function: Function | None, record: dict[str, Any]) -> dict[str, Plain]:
    if function is None:
        return {"outcome": "undefined"}
    steps = [(batch.copy(), used.copy()) for batch, used in zip(record["batch"], record["used"], strict=True)]
    given = list(steps)
    args, kwargs = ([], {"steps": given}) if record["by"] == "keyword" else ([given], {})
    told, returned = attempt(function, args, kwargs)
    if told["outcome"] == "value":
        if isinstance(returned, np.ndarray) and cast("Any", returned).ndim == 0:
            returned = cast("Any", returned).item()
        if isinstance(returned, str):
            told["answer"] = str.__str__(returned)[:MAX_TEXT]
        told["value"] = describe(returned)
        told["modified"] = not (
            len(given) == len(steps)
            and all(x is y for x, y in zip(given, steps, strict=True))
            and all(np.array_equal(x, y) for x, y in zip(record["batch"], [one for one, _ in steps], strict=True))
            and all(np.array_equal(x, y) for x, y in zip(record["used"], [one for _, one in steps], strict=True))
        )
    return told


PROBES = {
    "check_train_step": probe_train_step,
    "check_train_step_dirty": probe_train_step,
    "check_accumulated_step": probe_accumulated_step,
    "check_diagnose": probe_diagnose,
}
