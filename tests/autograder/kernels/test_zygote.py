import json
import os
import socket
import struct
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from autograder.kernels import rendezvous
from autograder.kernels.rendezvous import NoZygote
from tests.autograder.kernels.desk import ended, room
from tests.notebook_form import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="warm kernels are Linux processes")

SPEC = json.loads((ROOT / "autograder" / "kernels" / "spec" / "kernel.json").read_text())
PRELOAD = SPEC["metadata"]["kernel_provisioner"]["config"]["preload"]


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Generator[Path]:
    with room() as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
        yield folder / "autograder"


def zygote_of(connection: socket.socket) -> int:
    """The process that called listen()."""
    return struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]


def test_zygote_of_the_course_has_one_thread_all_it_should_preload_and_no_judge() -> None:
    look = f"""
import json, os, sys
from autograder.kernels import zygote
missing = zygote.warm([*{PRELOAD!r}, *zygote.OF_EVERY_KERNEL])
hidden = [m for m in sys.modules if m.startswith(("autograder.judges", "autograder.grading", "autograder.report"))]
print(json.dumps([missing, hidden, len(os.listdir("/proc/self/task"))]))
"""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}  # as rendezvous starts it
    done = subprocess.run([sys.executable, "-P", "-c", look], env=environment, capture_output=True, check=True)
    assert json.loads(done.stdout) == [[], [], 1]


def test_zygote_keeps_what_it_holds_on_large_pages_and_unchanged() -> None:
    look = """
import hashlib, json, random
from pathlib import Path
from autograder.kernels import zygote
held = [random.randbytes(2**21) for _ in range(16)]
def state():
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    large = next(int(line.split()[1]) for line in lines if line.startswith("AnonHugePages:"))
    return large // 1024, hashlib.sha256(b"".join(held)).hexdigest()
before = state()
zygote.warm([])
print(json.dumps([before, state()]))
"""
    done = subprocess.run([sys.executable, "-P", "-c", look], capture_output=True, check=True)
    (few_mib, before), (many_mib, after) = json.loads(done.stdout)
    assert before == after
    release = tuple(int(part) for part in os.uname().release.split(".")[:2])
    if release < (6, 1) or not Path("/sys/kernel/mm/transparent_hugepage").exists():
        pytest.skip("this system does not move pages together when asked")
    assert many_mib >= few_mib + 16


def test_two_graders_meet_at_one_zygote_that_ends_when_nobody_asks(runtime: Path) -> None:
    with rendezvous.meet(["json"], idle_s=1.0) as one, rendezvous.meet(["json"], idle_s=1.0) as other:
        assert zygote_of(one) == zygote_of(other)
        assert os.stat(runtime).st_mode & 0o777 == 0o700
        process = os.pidfd_open(zygote_of(one))
    assert ended(process)
    assert not list(runtime.glob("*.socket"))


def test_zygote_that_cannot_start_says_why(runtime: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise ImportError('this json is a student\\'s')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(NoZygote, match="this json is a student's"):
        rendezvous.meet(["decimal"], idle_s=1.0)


def test_name_of_the_environment_changes_with_preloaded_modules(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    module = tmp_path / "mine" / "__init__.py"
    module.write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    name = rendezvous.name_of(["mine"])
    assert rendezvous.name_of(["mine"]) == name
    assert rendezvous.name_of(["mine", "json"]) != name
    os.utime(module, ns=(1, 1))
    assert rendezvous.name_of(["mine"]) != name


def test_name_of_the_environment_changes_with_an_installed_version(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    about = tmp_path / "site-packages" / "mine-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(tmp_path / "site-packages")
    name = rendezvous.name_of(["mine"])
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 2.0\n")
    about.rename(about.with_name("mine-2.0.dist-info"))
    assert rendezvous.name_of(["mine"]) != name


def test_folder_that_others_can_enter_is_refused(runtime: Path) -> None:
    runtime.mkdir(mode=0o755)
    with pytest.raises(NoZygote, match="only this user can enter"):
        rendezvous.runtime_folder()


def test_link_in_place_of_the_folder_is_refused(runtime: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    runtime.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NoZygote, match="only this user can enter"):
        rendezvous.runtime_folder()
