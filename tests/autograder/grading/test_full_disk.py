"""A disk that becomes full while a class is graded: the run says so and stops, and goes on when there is room again.

Played on a small file system of its own, in memory, where this user may mount one.
"""

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.grading.blocked import short_of_space
from tests.killed import Ground

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="mounts a file system in memory"),
    pytest.mark.timeout(600),
]


@pytest.fixture(scope="module")
def disks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with two disks in it, for the course and for scratch, of 24 MiB and 2000 files each."""
    folder = tmp_path_factory.mktemp("disk")
    with contextlib.ExitStack() as stack:
        for name in ("course", "scratch"):
            place = folder / name
            place.mkdir()
            mount = ["mount", "-t", "tmpfs", "-o", "size=24m,nr_inodes=2000,mode=1777", "tmpfs", place]
            try:
                subprocess.run(mount, check=True, capture_output=True)
            except (OSError, subprocess.CalledProcessError):
                pytest.skip("this user may not mount a file system")
            stack.callback(subprocess.run, ["umount", "--lazy", place], check=True)
        yield folder


@pytest.fixture(scope="module")
def ground(disks: Path) -> Iterator[Ground]:
    ground = Ground(disks)
    yield ground
    ground.close()


@pytest.fixture(scope="module")
def undisturbed(ground: Ground) -> list[tuple[object, ...]]:
    ground.reset()
    ground.autograde().communicate()
    return ground.rows()


def test_full_disk_stops_the_run_in_a_line_and_the_same_command_finishes_when_there_is_room(
    ground: Ground, disks: Path, undisturbed: list[tuple[object, ...]]
) -> None:
    ground.reset()
    run = ground.autograde()
    ground.wait_for_the_first(run)
    with full(disks / "course"):
        told = "".join(run.communicate())
    assert run.returncode == 1
    line = next(line for line in told.splitlines() if "No space is left on the disk of" in line)
    assert str(disks / "course") in line
    assert "the same command grades the rest" in line
    assert "Traceback" not in told
    again = ground.autograde()
    told = "".join(again.communicate())
    assert again.returncode == 0, told
    assert "4 graded" not in told, "what was saved before stays"
    assert ground.rows() == undisturbed
    assert ground.whole() == []


def test_disk_that_is_full_from_the_beginning_is_told_and_grades_nobody(ground: Ground, disks: Path) -> None:
    ground.reset()
    with full(disks / "course"):
        run = ground.autograde()
        told = "".join(run.communicate())
    assert run.returncode == 1
    assert "No space is left on the disk of" in told
    assert "Traceback" not in told
    assert [row for row in ground.rows() if row[2] is not None] == []


def test_worker_without_space_stops_the_run_only_where_a_disk_is_full(
    disks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(disks / "scratch"))
    with full(disks / "scratch"), pytest.raises(OSError, match="No space left") as seen:
        tempfile.mkdtemp()
    failure = f"a worker failed: OSError: {seen.value}"
    assert short_of_space(failure, disks / "course") is None, "one student's files, gone with his kernel"
    with full(disks / "scratch"):
        assert str(disks / "scratch") in (short_of_space(failure, disks / "course") or "")
        assert short_of_space("the sandbox failed 3 times: no namespace", disks / "course") is None


@contextlib.contextmanager
def full(disk: Path) -> Iterator[None]:
    """Nothing more can be written there, neither into a file nor as a new one."""
    heap = disk / "heap"
    heap.mkdir()
    with contextlib.suppress(OSError), (heap / "bytes").open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    with contextlib.suppress(OSError):
        for number in range(10**6):
            (heap / str(number)).touch()
    yield
    subprocess.run(["rm", "-rf", heap], check=True)
