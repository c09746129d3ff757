import asyncio
import importlib
import os
import select
import signal
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from jupyter_client.manager import AsyncKernelManager

from autograder import ASSIGNMENTS
from autograder.kernels import confine
from autograder.kernels.provisioner import Unprotected
from tests.autograder.kernels.desk import Desk, ended, manager, parent_of
from tests.autograder.kernels.desk import room as a_room

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="warm kernels are Linux processes")


@pytest.fixture(scope="module")
def room() -> Generator[Path]:
    with pytest.MonkeyPatch.context() as patch, a_room() as folder:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        yield folder


@pytest.fixture
def desk(room: Path) -> Generator[Desk]:
    desk = Desk(room)
    yield desk
    desk.close()


def test_kernel_answers_and_says_whether_it_is_protected(desk: Desk) -> None:
    assert desk.run("import sys; print(6 * 7, 'numpy' in sys.modules)") == "42 True"
    assert desk.provisioner.protected == confine.enough(confine.layers())
    assert desk.provisioner.ended_by is None


def test_kernel_inherits_no_environment_but_a_short_list(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "canary")
    desk = Desk(room)
    assert "canary" not in desk.run("import os; print(dict(os.environ))")
    assert desk.run("print(os.environ['HOME'] == os.getcwd() == os.environ['TMPDIR'])") == "True"
    desk.close()


def test_interrupt_reaches_the_running_cell_and_the_kernel_lives_on(desk: Desk) -> None:
    desk.kc.execute("import time; print('at it'); time.sleep(600)")
    while desk.kc.get_iopub_msg(timeout=60)["msg_type"] != "stream":
        pass
    desk.km.interrupt_kernel()
    assert desk.kc.get_shell_msg(timeout=60)["content"]["ename"] == "KeyboardInterrupt"
    assert desk.run("print('alive')") == "alive"


def test_restart_gives_a_fresh_kernel_at_the_same_sockets(desk: Desk) -> None:
    desk.run("x = 1")
    desk.km.restart_kernel()
    desk.kc.wait_for_ready(timeout=60)
    assert desk.run("x") == "NameError"


def test_ended_by_tells_exit_from_signal_and_a_restart_clears_it(desk: Desk) -> None:
    assert desk.end_of("import os; os._exit(7)") == "exit 7"
    assert desk.provisioner.usage["cpu_s"] > 0
    desk.km.restart_kernel(now=True)  # else jupyter_client asks the dead one to end, and the next one may hear that
    desk.kc.wait_for_ready(timeout=60)
    assert desk.provisioner.ended_by is None
    assert desk.end_of("import ctypes; ctypes.string_at(0)") == "signal 11"


def test_memory_is_counted_over_the_kernel_and_its_children_together(room: Path) -> None:
    desk = Desk(room, memory_mib=300)
    hungry = """
        import os, time
        for _ in range(4):
            if not os.fork():
                mine = bytearray(b"x" * 100 * 2**20)
                time.sleep(600)
        time.sleep(600)
    """
    assert desk.end_of(hungry) == "memory"
    assert desk.provisioner.usage["memory_mib"] > 300
    desk.close()


def test_what_is_shared_with_the_zygote_counts_for_next_to_nothing(desk: Desk) -> None:
    desk.end_of("import os; os._exit(0)")
    assert desk.provisioner.usage["memory_mib"] < 60


def test_memory_of_a_calm_kernel_is_told_too(desk: Desk) -> None:
    desk.end_of("import os, time; mine = bytearray(b'x' * 80 * 2**20); time.sleep(0.5); os._exit(0)")
    assert 80 <= desk.provisioner.usage["memory_mib"] < 200


def test_files_beside_the_notebook_are_copied_in_and_new_ones_out(room: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.txt").write_text("A")
    (tmp_path / "link").symlink_to("/etc/hostname")
    (tmp_path / ".hidden").write_text("H")
    desk = Desk(room, cwd=tmp_path)
    assert desk.run("import os; print(sorted(n for n in os.listdir() if n != '.ipython'))") == "['data']"
    desk.run("open('data/a.txt', 'a').write('B'); open('new.txt', 'w').write('N'); open('new.ipynb', 'w').write('N')")
    desk.run("os.symlink('/etc/passwd', 'passwd'); os.mkdir('plots'); open('plots/p', 'w').write('P')")
    desk.close()
    assert {path.name for path in tmp_path.iterdir()} == {"data", "link", ".hidden", "new.txt", "plots"}
    assert (tmp_path / "data" / "a.txt").read_text() == "A"
    assert (tmp_path / "plots" / "p").read_text() == "P"


def test_files_stay_inside_where_nobody_wants_them(room: Path, tmp_path: Path) -> None:
    desk = Desk(room, cwd=tmp_path, keep_files=False)
    desk.run("open('new.txt', 'w').write('N')")
    desk.close()
    assert not list(tmp_path.iterdir())


def test_two_kernels_side_by_side_share_neither_chance_nor_fate(desk: Desk, room: Path) -> None:
    other = Desk(room)
    draw = "import random, numpy, uuid, tempfile; print(random.random(), numpy.random.rand(), uuid.uuid4())"
    assert not set(desk.run(draw).split()) & set(other.run(draw).split())
    other.end_of("import os; os._exit(1)")
    assert desk.run("print('alive')") == "alive"
    other.close()


def test_keys_of_the_connection_are_honoured(room: Path) -> None:
    desk = Desk.__new__(Desk)
    desk.km = manager(room)
    desk.km.transport_encryption = "required"
    desk.km.start_kernel()
    desk.listen()
    assert desk.km.curve_secretkey
    assert desk.run("print('sealed')") == "sealed"
    desk.close()


def test_kernel_starts_within_a_running_event_loop(room: Path) -> None:
    async def evening() -> str:
        km = manager(room, AsyncKernelManager)
        await km.start_kernel()
        kc = km.client()
        kc.start_channels()
        await kc.wait_for_ready(timeout=60)
        reply = await kc.execute("1", reply=True, timeout=60)
        kc.stop_channels()
        await km.shutdown_kernel()
        return reply["content"]["status"]

    assert asyncio.run(evening()) == "ok"


def test_kernel_and_folder_go_with_a_grader_that_is_killed(room: Path) -> None:
    grader = """
import sys, time
from pathlib import Path
from tests.autograder.kernels.desk import manager
km = manager(Path(sys.argv[1]))
km.start_kernel()
print(km.provisioner.pid, km.provisioner._folder, flush=True)
time.sleep(600)
"""
    with subprocess.Popen([sys.executable, "-c", grader, str(room)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        pid, folder = process.stdout.readline().split()
        kernel, keeper = os.pidfd_open(int(pid)), os.pidfd_open(parent_of(parent_of(int(pid))))
        process.kill()
    assert ended(kernel)
    assert ended(keeper)
    assert not Path(folder).exists()


@pytest.mark.skipif(not confine.layers()[0].active, reason="terminals of its own need namespaces")
def test_commands_of_a_cell_run_in_a_terminal_as_at_home(desk: Desk) -> None:
    assert desk.run("!echo $((6 * 7)); tty") == "42\r\n/dev/pts/0"
    assert desk.run("said = !echo hello\nprint(said)") == "['hello']"


def test_kernel_dies_with_its_keeper_and_cannot_arrange_otherwise(desk: Desk) -> None:
    desk.run("import ctypes; ctypes.CDLL(None).prctl(1, 0)")
    kernel = os.pidfd_open(desk.provisioner.pid)
    os.kill(parent_of(parent_of(desk.provisioner.pid)), signal.SIGKILL)
    assert ended(kernel)
    while desk.km.is_alive():
        select.select([desk.provisioner._keeper], [], [], 60)
    assert desk.provisioner.ended_by == "sandbox: the keeper is gone"


def test_zygote_that_is_killed_costs_its_kernels_but_not_the_next(desk: Desk) -> None:
    kernel = os.pidfd_open(desk.provisioner.pid)
    os.kill(parent_of(parent_of(parent_of(desk.provisioner.pid))), signal.SIGKILL)
    assert ended(kernel)
    while desk.km.is_alive():
        select.select([desk.provisioner._keeper], [], [], 60)
    assert desk.provisioner.ended_by == "sandbox: the warm process is gone"
    desk.km.restart_kernel(now=True)
    desk.kc.wait_for_ready(timeout=60)
    assert desk.run("print('alive')") == "alive"


def test_kernels_leave_no_descriptor_and_no_folder_behind(room: Path) -> None:
    first = Desk(room)
    zygote = parent_of(parent_of(parent_of(first.provisioner.pid)))
    folders = [first.provisioner._folder]
    first.close()
    before = len(os.listdir(f"/proc/{zygote}/fd")), len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        desk = Desk(room)
        folders.append(desk.provisioner._folder)
        desk.close()
    assert (len(os.listdir(f"/proc/{zygote}/fd")), len(os.listdir("/proc/self/fd"))) == before
    assert not any(folder.exists() for folder in folders)


def test_the_connection_file_lies_in_the_folder_that_is_swept_when_its_grader_was_killed(desk: Desk) -> None:
    assert Path(desk.km.connection_file).parent == desk.provisioner._folder
    assert Path(desk.km.connection_file).is_file()


def test_sweeping_leaves_a_kernel_that_lives_and_its_warm_process_alone(desk: Desk, room: Path) -> None:
    from autograder.kernels import leftovers

    held = [desk.provisioner._folder, *(room / "autograder").glob("*.log"), *(room / "autograder").glob("*.socket")]
    for path in held:
        os.utime(path, (1_000_000_000, 1_000_000_000))
    leftovers.sweep(room / "autograder")
    assert all(path.exists() for path in held)
    assert len(held) >= 3


def test_provisioner_can_be_imported_where_unix_is_not() -> None:
    without = "import sys; sys.modules |= dict.fromkeys(['fcntl', 'resource']); import autograder.kernels.provisioner"
    subprocess.run([sys.executable, "-c", without], check=True)


def test_kernel_that_cannot_be_warm_is_refused_with_the_setting_that_overrides(room: Path) -> None:
    km = manager(room, allow_unprotected=False)
    km.kernel_spec.argv = ["/usr/bin/other-language", "{connection_file}"]
    with pytest.raises(Unprotected, match=r"c\.WarmProvisioner\.allow_unprotected = True"):
        km.start_kernel()


def test_validate_s_kernel_is_confined_and_holds_the_judges_of_every_assignment(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NBGRADER_VALIDATING", "1")
    desk = Desk(room)
    names = [f"autograder.judges.{name}" for name in ASSIGNMENTS]
    told = desk.run(f"import importlib\nprint(sum(len(importlib.import_module(one).CHECKS) for one in {names}))")
    assert int(told) == sum(len(importlib.import_module(name).CHECKS) for name in names)
    assert desk.provisioner.protected == confine.enough(confine.layers())
    desk.close()


def test_validate_goes_on_with_an_ordinary_kernel_where_none_can_be_warm(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NBGRADER_VALIDATING", "1")
    monkeypatch.setattr("autograder.kernels.provisioner.WarmProvisioner._can_be_warm", lambda _: False)
    desk = Desk(room, allow_unprotected=False)
    assert desk.run("print('alive')") == "alive"
    assert not desk.provisioner.protected
    desk.close()
