from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("warm kernels are Linux processes", allow_module_level=True)

from autograder.kernels import leftovers, places

LONG_AGO = (1_000_000_000, 1_000_000_000)


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A runtime folder, with places of its own for the folders of kernels and of notebooks."""
    for name in ("kernels", "notebooks"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(places, "short_folder", lambda: str(tmp_path / "kernels"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "notebooks"))
    return tmp_path


def old_folder() -> Path:
    folder = leftovers.kernel_folder()
    (folder / "scratch-1").mkdir()
    os.utime(folder, LONG_AGO)
    return folder


def old_log(runtime: Path, name: str) -> Path:
    log = runtime / f"{name}.log"
    for path in (log, log.with_suffix(".socket")):
        path.touch()
        os.utime(path, LONG_AGO)
    return log


def test_what_nobody_holds_is_swept(runtime: Path) -> None:
    folder, log = old_folder(), old_log(runtime, "killed")
    leftovers.sweep(runtime)
    assert not any(path.exists() for path in (folder, log, log.with_suffix(".socket")))


def test_what_is_held_or_new_or_not_ours_stays(runtime: Path) -> None:
    held, new, log = old_folder(), leftovers.kernel_folder(), old_log(runtime, "alive")
    (runtime / "kernels" / "autograder-kernel-link1234").symlink_to(runtime)
    (runtime / "kernels" / "autograder-0").mkdir()
    descriptors = [leftovers.hold(held), leftovers.hold(log)]
    before = sorted(path for path in runtime.rglob("*") if path.is_dir() or path.suffix)
    leftovers.sweep(runtime)
    assert sorted(path for path in runtime.rglob("*") if path.is_dir() or path.suffix) == before
    assert new in before
    for descriptor in descriptors:
        os.close(descriptor)


def test_hold_of_a_killed_process_ends_with_it(runtime: Path) -> None:
    folder = old_folder()
    program = f"""
import time
from autograder.kernels import leftovers
leftovers.hold({str(folder)!r})
print(flush=True)
time.sleep(600)
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        leftovers.sweep(runtime)
        assert folder.exists()
        holder.kill()
    leftovers.sweep(runtime)
    assert not folder.exists()


def test_notebooks_folder_goes_with_its_block_and_that_of_a_killed_grader_is_swept_but_no_neighbours(
    runtime: Path,
) -> None:
    program = """
import sys, tempfile, time
from autograder.kernels import leftovers
tempfile.tempdir = sys.argv[1]
with leftovers.notebook_folder() as folder:
    (folder / "submitted.txt").write_text("x")
    print(folder, flush=True)
    time.sleep(600)
"""
    command = [sys.executable, "-c", program, str(runtime / "notebooks")]
    with leftovers.notebook_folder() as neighbours, subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as one:
        assert one.stdout is not None
        folder = Path(one.stdout.readline().strip())
        for path in (folder, neighbours):
            os.utime(path, LONG_AGO)
        leftovers.sweep(runtime)
        assert folder.exists()
        one.kill()
        one.wait()
        leftovers.sweep(runtime)
        assert (folder.exists(), neighbours.exists()) == (False, True)
    assert not neighbours.exists()
