"""Workers that cannot be started, or do not end, are told in a sentence and change nothing that is saved."""

from types import SimpleNamespace
from typing import Any

import pytest

from autograder.grading import workers
from autograder.grading.workers import Stopped, Workers


def test_start_that_fails_is_tried_once_more_and_then_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = list[object]()

    def killed(**settings: Any) -> None:
        tries.append(settings)
        raise RuntimeError("Nanny failed to start")

    monkeypatch.setattr(workers, "LocalCluster", killed)
    with pytest.raises(Stopped, match=r"^The processes that grade could not be started: Nanny failed to start\.$"):
        Workers(1)
    assert len(tries) == 2


def test_workers_that_take_too_long_to_end_do_not_spoil_a_run_that_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(timeout: float) -> None:
        raise TimeoutError(f"timed out after {timeout} s.")

    hanging = SimpleNamespace(close=hangs)
    monkeypatch.setattr(workers, "LocalCluster", lambda **_: hanging)
    monkeypatch.setattr(workers, "Client", lambda *_, **__: hanging)
    Workers(1).close()
