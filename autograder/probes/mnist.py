"""Probes of the assignment 08_mnist: `train` trains small networks and is watched; `beat_the_lecture` is called."""

from __future__ import annotations

from typing import Any

import torch

from autograder.plain import Plain
from autograder.probes.calls import Function, attempt, probe_calls
from autograder.probes.describe import describe
from autograder.probes.recording import RecordedLoss, RecordedNetwork, Recorder, recorded_loader
from autograder.probes.source import facts
from autograder.problem import Problem, weights_of

PARAMETERS = ("classifier", "optimizer", "train_loader", "loss_fn", "epochs")


def probe_train(function: Function | None, challenge: dict[str, Any]) -> dict[str, Plain]:
    """What `train` did on each of the challenge's problems, and facts about its source.

    Stops after a problem that raised or ran out of time: the rest would only do so again.
    """
    told: list[dict[str, Plain]] = []
    for problem in challenge["problems"]:
        told.append(_train_on(function, problem))
        if told[-1]["outcome"] != "value":
            break
    return {"problems": told, "source": facts(function)}


def _train_on(function: Function | None, problem: Problem) -> dict[str, Plain]:
    """What became of the model, what was returned, and the record of how it came about."""
    if function is None:
        return {"outcome": "undefined"}
    recorder = Recorder(problem)
    model = RecordedNetwork(problem, recorder).eval()
    optimizer = torch.optim.SGD(
        model.parameters(), lr=problem["lr"], momentum=problem["momentum"], weight_decay=problem["weight_decay"]
    )
    loader, loss_fn = recorded_loader(problem, recorder), RecordedLoss(problem, recorder)
    given = (model, optimizer, loader, loss_fn, problem["epochs"])
    by_name = problem["by"] == "keyword"
    named: dict[str, Any] = dict(zip(PARAMETERS, given, strict=True))
    args, kwargs = ([], named) if by_name else (list(given), {})
    with recorder.watch(model, optimizer):
        told, returned = attempt(function, args, kwargs)
        if told["outcome"] == "value":
            told["returned"] = describe(returned)
    with torch.no_grad():
        told["weights"] = weights_of(model).numpy()
        told["averages"] = {
            name: buffer.detach().to(torch.float32).numpy() for name, buffer in model.norm.named_buffers()
        }
    return told | recorder.told()


PROBES = {
    **dict.fromkeys(
        ("check_train_update", "check_train_zero_grad", "check_train_history", "check_train_mode"), probe_train
    ),
    "check_beat_the_lecture": probe_calls,
}
