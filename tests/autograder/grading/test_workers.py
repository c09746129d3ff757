"""Workers start with what grading needs; where they cannot, or do not end, a sentence says so and nothing is lost."""

import json
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from autograder.grading import workers
from autograder.grading.workers import NotBegun, Stopped, Workers


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


def test_address_where_nobody_or_somebody_else_answers_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ANSWER_S", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes connections, and says nothing
        port = silent.getsockname()[1]
        _refused(monkeypatch, f"tcp://127.0.0.1:{port}", "no scheduler answers there")
    _refused(monkeypatch, f"tcp://127.0.0.1:{port}", "no scheduler answers there")
    _refused(monkeypatch, "nonsense", "that is no address (missing port number in address 'nonsense')")


def _refused(monkeypatch: pytest.MonkeyPatch, address: str, reason: str) -> None:
    with workers.dask.config.set({"scheduler-address": address}), pytest.raises(NotBegun) as told:
        Workers(1)
    assert f"DASK_SCHEDULER_ADDRESS names {address}, and {reason}" in str(told.value)
    assert "Nothing was graded." in str(told.value)


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a worker says of itself that a command of the name `grader.py` has started."""
    script: Path = tmp_path_factory.mktemp("command") / "grader.py"
    script.write_text(
        """
import json, os, sys
from autograder.grading.workers import Workers

def look():
    files = [getattr(module, "__file__", None) or "" for module in sys.modules.values()]
    return {"command": "grader.py" in map(os.path.basename, files), "environment": dict(os.environ)}

if __name__ == "__main__":
    pool = Workers(1)
    file = sys.modules["__main__"].__dict__.get("__file__")
    told = pool._client.submit(look).result()
    pool.close()
    print(json.dumps({**told, "during": file, "after": __file__}))
"""
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, check=True)
    return json.loads(done.stdout) | {"script": str(script)}


def test_worker_does_not_import_the_command_that_it_works_for(worker: dict[str, Any]) -> None:
    assert not worker["command"]


def test_command_knows_its_file_again_when_its_workers_have_ended(worker: dict[str, Any]) -> None:
    assert (worker["during"], worker["after"]) == (None, worker["script"])


def test_worker_may_keep_memory_that_the_next_step_of_a_training_needs_again(worker: dict[str, Any]) -> None:
    assert worker["environment"]["OMP_NUM_THREADS"] == "1"
    assert "MALLOC_TRIM_THRESHOLD_" not in worker["environment"]
