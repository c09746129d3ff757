"""What honest student code does inside the confinement works: training, pictures, files, threads, processes."""

from __future__ import annotations

import concurrent.futures
import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import matplotlib
import matplotlib.backends.backend_agg  # a fork of a warm process has it, too
import matplotlib.figure
import numpy as np
import pytest
import torch

from autograder.kernels import confine, environment
from autograder.kernels.limits import Limits
from tests.autograder.kernels.confined import USERS, confined, scratch_of
from tests.notebook_form import ROOT

pytestmark = pytest.mark.skipif(
    not confine.enough(confine.layers()), reason="this machine cannot confine: `python -m autograder doctor` says why"
)
NEEDS_SHARED_MEMORY = {"a pool of processes", "a loader with two workers"}


def training() -> float:
    torch.manual_seed(0)
    x = torch.randn(64, 3)
    model = torch.nn.Sequential(torch.nn.Linear(3, 8), torch.nn.ReLU(), torch.nn.Linear(8, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    losses = []
    for _ in range(20):
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(model(x), x.sum(1, keepdim=True))
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 2
    torch.save(model.state_dict(), "model.pt")
    torch.load("model.pt")
    return losses[-1]


def picture() -> int:
    figure = matplotlib.figure.Figure()
    figure.subplots().plot(np.arange(10))
    figure.savefig("picture.png")
    return Path("picture.png").stat().st_size


def another_interpreter() -> str:
    program = "import numpy, random, autograder.plain; print(sum(range(10)))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.stdout == "45\n", ran.stderr
    return ran.stdout


def shell() -> str:
    return subprocess.run(
        "echo hello > made; ls | wc -l", shell=True, capture_output=True, text=True, check=True
    ).stdout


def temporary_files() -> str:
    with tempfile.NamedTemporaryFile(dir=".") as file, tempfile.TemporaryDirectory(dir=".") as folder:
        file.write(b"x")
        Path(folder, "y").write_text("y")
        os.rename(Path(folder, "y"), "z")
        os.chmod("z", 0o600)
    return Path("z").read_text()


def threads() -> float:
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        total = sum(pool.map(lambda seed: float(np.random.default_rng(seed).random((50, 50)).sum()), range(16)))
    one = threading.Thread(target=temporary_files)
    one.start()
    one.join()
    return total


def a_child() -> int:
    child = os.fork()
    if child == 0:
        os._exit(7)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def ended_child() -> int:
    child = subprocess.Popen(["sleep", "60"])
    child.terminate()
    return child.wait()


def pool_of_processes() -> list[int]:
    with multiprocessing.get_context("fork").Pool(2) as pool:
        return pool.map(abs, [-1, -2, -3])


def loader_with_workers() -> float:
    data = torch.utils.data.TensorDataset(torch.arange(40.0))
    loader = torch.utils.data.DataLoader(data, batch_size=10, num_workers=2, multiprocessing_context="fork")
    return sum(batch.sum().item() for (batch,) in loader)


WORK: dict[str, Callable[[], object]] = {
    "training": training,
    "a picture": picture,
    "another interpreter": another_interpreter,
    "a shell": shell,
    "temporary files": temporary_files,
    "threads": threads,
    "a child": a_child,
    "a child that is ended": ended_child,
    "a pool of processes": pool_of_processes,
    "a loader with two workers": loader_with_workers,
}


@pytest.fixture(
    scope="module", params=[(user, ground) for user in USERS for ground in ("all", "landlock")], ids="-".join
)
def done(request: pytest.FixtureRequest) -> dict[str, object]:
    """What each piece of work gave, done one after the other in one confined process."""
    user, ground = request.param
    torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1).step()  # the first optimizer imports for a second

    def all_of_it() -> dict[str, object]:
        torch.set_num_threads(1)
        os.environ["TMPDIR"] = tempfile.tempdir = os.getcwd()
        results: dict[str, object] = {}
        for name, work in WORK.items():
            if ground == "all" or name not in NEEDS_SHARED_MEMORY:
                try:
                    results[name] = work()
                except Exception as error:
                    results[name] = error
        return results

    with scratch_of(user) as scratch:
        readable = (*environment.libraries(), str(ROOT / "autograder"))
        policy = confine.Policy(readable, (str(ROOT / "autograder/judges"),), scratch, Limits())
        result = confined(policy, all_of_it, user=user, ground=ground)
    assert isinstance(result, dict), result
    return result


@pytest.mark.parametrize("work", WORK)
def test_honest_work_is_done(work: str, done: dict[str, object]) -> None:
    if work not in done:
        pytest.skip("needs shared memory, which there is only in namespaces")
    assert not isinstance(done[work], Exception), done[work]
    exact = {
        "a child": 7,
        "a child that is ended": -15,
        "a pool of processes": [1, 2, 3],
        "a loader with two workers": 780,
    }
    if work in exact:
        assert done[work] == exact[work]
