"""What student code tries inside the confinement, as root and as an ordinary user, with all layers and with fewer."""

from __future__ import annotations

import ctypes
import mmap
import os
import resource
import signal
import socket
import struct
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from autograder.kernels import confine, environment, landlock, syscalls
from autograder.kernels.limits import Limits
from tests.autograder.kernels.confined import GROUNDS, USERS, confined, forked, scratch_of, stand_on

pytestmark = pytest.mark.skipif(
    not confine.enough(confine.layers()), reason="this machine cannot confine: `python -m autograder doctor` says why"
)
SMALL = Limits(memory_mib=128, processes=24, scratch_mib=16)
CANARY = "the answer is 42"


@dataclass(frozen=True)
class Outside:
    """What a student would like to reach: a course with secrets, listeners of every kind, a process."""

    course: Path
    tcp: int
    udp: int
    unix: str
    datagram: str
    abstract: str
    victim: int
    leaked: int
    leaked_folder: int
    at_home: Path


@pytest.fixture(scope="module")
def outside() -> Iterator[Outside]:
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        os.chmod(name, 0o777)
        course = Path(name)
        for secret in ("gradebook.db", "source/a.py", "lib/judges/judge.py", "lib/open.py", "submitted/ada/a.ipynb"):
            (course / secret).parent.mkdir(parents=True, exist_ok=True)
            (course / secret).write_text(CANARY)
            (course / secret).chmod(0o666)  # only the confinement stands between
        (course / "lib/link").symlink_to(course / "gradebook.db")
        for folder in course.rglob("*/"):
            folder.chmod(0o777)
        victim = subprocess.Popen(["sleep", "600"], start_new_session=True)
        with (
            socket.create_server(("127.0.0.1", 0)) as tcp,
            socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp,
            socket.socket(socket.AF_UNIX) as unix,
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as datagram,
            socket.socket(socket.AF_UNIX) as abstract,
            open(course / "gradebook.db") as leaked,
        ):
            udp.bind(("127.0.0.1", 0))
            unix.bind(f"{name}/stream.sock")
            datagram.bind(f"{name}/datagram.sock")
            abstract.bind(f"\0autograder-test-{os.getpid()}")
            for one in (unix, abstract):
                one.listen()
            for path in course.glob("*.sock"):
                path.chmod(0o777)
            folder = os.open(course, os.O_DIRECTORY)
            yield Outside(
                course,
                tcp.getsockname()[1],
                udp.getsockname()[1],
                unix.getsockname(),
                datagram.getsockname(),
                abstract.getsockname().decode(),
                victim.pid,
                os.dup(leaked.fileno()),
                folder,
                next((path for path in Path.home().iterdir() if path.is_file()), Path.home() / ".profile"),
            )
        os.close(folder)
        victim.kill()
        victim.wait()


def policy_for(outside: Outside, scratch: str, limits: Limits = SMALL) -> confine.Policy:
    readable = (*environment.libraries(), str(outside.course / "lib"))
    return confine.Policy(readable, (str(outside.course / "lib/judges"), str(outside.course)), scratch, limits)


# What is tried. Each attack returns what it gained, or fails with an exception.


def read(path: str) -> Callable[[Outside], Any]:
    return lambda outside: Path(path.format(**vars(outside))).read_text()


def write(path: str) -> Callable[[Outside], Any]:
    return lambda outside: Path(path.format(**vars(outside))).write_text("0wned")


def system_call(name: str, *arguments: int | bytes | None) -> Callable[[Outside], Any]:
    return lambda outside: syscalls.call(name, *arguments)


def connect(family: int, kind: int, address: Callable[[Outside], Any]) -> Callable[[Outside], Any]:
    def attack(outside: Outside) -> str:
        with socket.socket(family, kind) as one:
            one.settimeout(2)
            one.connect(address(outside))
            one.send(b"the student's answers")
        return "connected"

    return attack


def datagram_pair(outside: Outside) -> int:
    """A pair of connected sockets is harmless, unless one of them can be sent elsewhere."""
    one, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    return one.sendto(b"the student's answers", outside.datagram)


def through_link(outside: Outside) -> str:
    os.symlink(outside.course / "gradebook.db", "link")
    return Path("link").read_text()


def hard_link(outside: Outside) -> int:
    os.link(outside.course / "lib/open.py", "mine.py")
    return Path("mine.py").write_text("0wned")


def around_the_root(outside: Outside) -> str:
    os.mkdir("jail")
    os.chroot("jail")
    os.chdir("../../../../..")
    return Path("etc/shadow").read_text()


def by_handle(outside: Outside) -> int:
    handle = ctypes.create_string_buffer(struct.pack("Ii128x", 128, 0), 136)
    return syscalls.call("open_by_handle_at", -100, handle, os.O_RDONLY)


def other_processes(outside: Outside) -> str:
    """The environment of any process that /proc shows, beside this process and those above it in the confinement."""
    for pid in [int(name) for name in os.listdir("/proc") if name.isdigit()]:
        if pid not in (os.getpid(), os.getppid()):
            return Path(f"/proc/{pid}/environ").read_text()
    raise FileNotFoundError


def own_privileges(outside: Outside) -> int:
    every = ctypes.create_string_buffer(b"\xff" * 24, 24)
    return syscalls.call("capset", ctypes.create_string_buffer(struct.pack("=Ii", 0x20080522, 0), 8), every)


def new_user(outside: Outside) -> str:
    os.setresuid(1, 1, 1)
    return "somebody else"


def type_into_terminal(outside: Outside) -> str:
    import fcntl
    import termios

    fcntl.ioctl(1, termios.TIOCSTI, b"x")
    return "typed"


def own_terminal(request: int) -> Callable[[Outside], Any]:
    def attack(outside: Outside) -> str:
        import fcntl
        import pty

        _, mine = pty.openpty()  # which only namespaces give
        fcntl.ioctl(mine, request, struct.pack("i", 21))
        return "done"

    return attack


def terminal(outside: Outside) -> str:
    return os.ctermid() + str(os.open("/dev/tty", os.O_RDWR))


def leaked_file(outside: Outside) -> bytes:
    return os.read(outside.leaked, 100)


def leaked_folder(outside: Outside) -> list[str]:
    return os.listdir(outside.leaked_folder)


def limit_of_others(outside: Outside) -> Any:
    return resource.prlimit(outside.victim, resource.RLIMIT_CPU, (0, 0))


def raise_limit(outside: Outside) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def device(outside: Outside) -> int:
    os.mknod("disk", 0o660 | 0o060000, os.makedev(254, 0))
    return os.open("disk", os.O_RDONLY)


def memory(outside: Outside) -> int:
    return len(bytearray(400 << 20))


def shared_memory(outside: Outside) -> str:
    mmap.mmap(-1, 1 << 20, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS).close()
    mmap.mmap(-1, 1 << 20).close()
    return "1 MiB"


def mapped_zeros(outside: Outside) -> str:
    with open("/dev/zero", "r+b", buffering=0) as device:
        mmap.mmap(device.fileno(), 1 << 20).close()
    return "1 MiB"


def pages_in_a_pipe(outside: Outside) -> int:
    mine = ctypes.create_string_buffer(4096)
    entry = (ctypes.c_size_t * 2)(ctypes.addressof(mine), 4096)
    return system_call("vmsplice", os.pipe()[1], ctypes.addressof(entry), 1, 0)(outside)


def fork_bomb(outside: Outside) -> str:
    children: list[int] = []
    try:
        for _ in range(100):
            child = os.fork()
            if child == 0:
                signal.pause()
            children.append(child)
    finally:
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    return f"{len(children)} processes"


def thread_bomb(outside: Outside) -> str:
    stop = threading.Event()
    try:
        for _ in range(100):
            threading.Thread(target=stop.wait, daemon=True).start()
    finally:
        stop.set()
    return "100 threads"


def big_file(outside: Outside) -> str:
    with open("big", "wb") as file:
        for _ in range(20):
            file.write(bytes(1 << 20))
    return "20 MiB"


def many_files(outside: Outside) -> str:
    for number in range(20):
        Path(f"part{number}").write_bytes(bytes(1 << 20))
    return "20 MiB"


def many_descriptors(outside: Outside) -> str:
    return str(len([os.open("/dev/null", os.O_RDONLY) for _ in range(5000)]))


def core_dump(outside: Outside) -> int:
    return resource.getrlimit(resource.RLIMIT_CORE)[1] or _refused()


def _refused() -> int:
    raise PermissionError


GONE = ("FileNotFoundError", "PermissionError", "ProcessLookupError")
NO = ("PermissionError",)
ATTACKS: dict[str, tuple[Callable[[Outside], Any], tuple[str, ...]]] = {
    "the machine's passwords": (read("/etc/shadow"), GONE),
    "the machine's passwords by another way": (read("/proc/self/root/etc/shadow"), GONE),
    "the gradebook": (read("{course}/gradebook.db"), GONE),
    "the gradebook through a link in scratch": (through_link, GONE),
    "the gradebook through a link among the libraries": (read("{course}/lib/link"), GONE),
    "the gradebook through dots": (read("{course}/lib/../gradebook.db"), GONE),
    "the gradebook through a descriptor left open": (leaked_file, ("OSError: [Errno 9]",)),
    "the course through a folder left open": (leaked_folder, ("OSError: [Errno 9]",)),
    "the solutions": (read("{course}/source/a.py"), GONE),
    "another submission": (read("{course}/submitted/ada/a.ipynb"), GONE),
    "the names of the others": (lambda outside: os.listdir(outside.course / "submitted"), GONE),
    "the judges": (read("{course}/lib/judges/judge.py"), GONE),
    "a file at home": (read("{at_home}"), GONE),
    "a chroot": (around_the_root, (*GONE,)),
    "a file by its handle": (by_handle, NO),
    "a disk": (device, NO),
    "writing beside the course's files": (write("{course}/new"), (*GONE, "OSError: [Errno 30]")),
    "writing the gradebook": (write("{course}/gradebook.db"), (*GONE, "OSError: [Errno 30]")),
    "writing a library": (write("{course}/lib/open.py"), (*GONE, "OSError: [Errno 30]")),
    "writing a library through a hard link": (hard_link, (*GONE, "OSError: [Errno 18]")),
    "truncating a library": (
        lambda outside: os.truncate(outside.course / "lib/open.py", 0),
        (*GONE, "OSError: [Errno 30]"),
    ),
    "renaming a library": (lambda o: os.rename(o.course / "lib/open.py", "x"), (*GONE, "OSError: [Errno 18]")),
    "removing a library": (lambda o: os.remove(o.course / "lib/open.py"), (*GONE, "OSError: [Errno 30]")),
    "writing to /tmp": (write("/tmp/../var/tmp/autograder-test"), (*GONE, "OSError: [Errno 30]")),
    "a setting of the kernel": (write("/proc/sys/kernel/core_pattern"), (*GONE, "OSError: [Errno 30]")),
    "out of memory for all": (write("/proc/1/oom_score_adj"), (*GONE, "OSError: [Errno 30]")),
    "TCP": (connect(socket.AF_INET, socket.SOCK_STREAM, lambda o: ("127.0.0.1", o.tcp)), NO),
    "UDP": (connect(socket.AF_INET, socket.SOCK_DGRAM, lambda o: ("127.0.0.1", o.udp)), NO),
    "IPv6": (connect(socket.AF_INET6, socket.SOCK_STREAM, lambda o: ("::1", o.tcp)), NO),
    "netlink": (connect(socket.AF_NETLINK, socket.SOCK_RAW, lambda o: (0, 0)), NO),
    "a unix socket": (connect(socket.AF_UNIX, socket.SOCK_STREAM, lambda o: o.unix), GONE),
    "a unix datagram": (connect(socket.AF_UNIX, socket.SOCK_DGRAM, lambda o: o.datagram), GONE),
    "a unix datagram by a pair": (datagram_pair, GONE),
    "an abstract socket": (
        connect(socket.AF_UNIX, socket.SOCK_STREAM, lambda o: o.abstract),
        (*NO, "ConnectionRefusedError"),
    ),
    "a name server": (lambda o: socket.getaddrinfo("localhost.example", 80), ("gaierror",)),
    "a signal": (lambda o: os.kill(o.victim, signal.SIGKILL), GONE),
    "a signal to a group": (lambda o: os.killpg(o.victim, signal.SIGKILL), GONE),
    "a queued signal": (
        lambda o: syscalls.call("rt_sigqueueinfo", o.victim, 9, bytes(128)),
        ("PermissionError", "Proc"),
    ),
    "the environment of another": (read("/proc/{victim}/environ"), GONE),
    "the environment of the first process": (read("/proc/1/cwd/../etc/shadow"), GONE),
    "any other process": (other_processes, GONE),
    "the priority of others": (lambda o: os.setpriority(os.PRIO_USER, 0, 19), NO),
    "the processor of others": (lambda o: os.sched_setaffinity(o.victim, {0}), GONE),
    "the limits of others": (limit_of_others, GONE),
    "its own limits": (raise_limit, ("ValueError", "PermissionError")),
    "ptrace": (lambda o: syscalls.call("ptrace", 16, o.victim, 0, 0), NO),
    "memory of another": (lambda o: syscalls.call("process_vm_readv", o.victim, None, 0, None, 0, 0), NO),
    "a descriptor of another": (lambda o: syscalls.call("pidfd_getfd", 0, 0, 0), NO),
    "a mount": (system_call("mount", b"tmpfs", b".", b"tmpfs", 0, None), NO),
    "taking a cover off": (lambda o: syscalls.call("umount2", str(o.course / "lib/judges").encode(), 2), NO),
    "a new root": (system_call("pivot_root", b".", b"."), NO),
    "a new mount by the new calls": (system_call("fsopen", b"tmpfs", 0), NO),
    "new namespaces": (system_call("unshare", 0x10000000), NO),
    "a child in new namespaces": (system_call("clone", 0x10000000 | signal.SIGCHLD, 0, 0, 0, 0), NO),
    "a child by the newer call": (system_call("clone3", 0, 0), ("OSError: [Errno 38]",)),
    "somebody's namespaces": (system_call("setns", 0, 0), NO),
    "keys": (system_call("keyctl", 0, -3, 0), NO),
    "a key": (system_call("add_key", b"user", b"k", b"v", 1, -3), NO),
    "bpf": (system_call("bpf", 0, None, 0), NO),
    "io_uring": (system_call("io_uring_setup", 1, None), ("OSError: [Errno 38]",)),
    "userfaultfd": (system_call("userfaultfd", 0), NO),
    "perf": (system_call("perf_event_open", None, 0, -1, -1, 0), NO),
    "memory that no limit counts": (system_call("memfd_create", b"m", 0), ("OSError: [Errno 38]",)),
    "the kernel's log": (system_call("syslog", 3, None, 0), NO),
    "another personality": (system_call("personality", 0x0040000), NO),
    "a filter with a listener": (system_call("seccomp", 1, 8, None), NO),
    "capabilities": (own_privileges, NO),
    "another user": (new_user, (*NO, "OSError: [Errno 22]")),
    "another group": (lambda o: os.setgroups([0]), NO),
    "the terminal": (terminal, (*GONE, "OSError: [Errno 6]")),
    "typing into the terminal": (type_into_terminal, NO),
    "typing into a terminal of its own": (own_terminal(0x5412), (*NO, "OSError: out of pty")),
    "another line discipline": (own_terminal(0x5423), (*NO, "OSError: out of pty")),
    "outliving the keeper": (system_call("prctl", 1, 0), NO),
    "hiding its memory from the keeper": (system_call("prctl", 4, 0), NO),
    "memory": (memory, ("MemoryError",)),
    "shared memory that nobody can count": (shared_memory, NO),
    "the same by a device": (mapped_zeros, GONE),
    "memory in a pipe": (pages_in_a_pipe, NO),
    "a fork bomb": (fork_bomb, ("BlockingIOError",)),
    "a thread bomb": (thread_bomb, ("RuntimeError: can't start",)),
    "a big file": (big_file, ("OSError: [Errno 27]", "OSError: [Errno 28]")),
    "many files": (many_files, ("OSError: [Errno 28]",)),
    "many descriptors": (many_descriptors, ("OSError: [Errno 24]",)),
    "a core dump": (core_dump, NO),
}
ONLY_IN_NAMESPACES = {"many files"}
"""Elsewhere a folder has no limit: the keeper watches."""
ROOT_ONLY_IN_NAMESPACES = {"a fork bomb", "a thread bomb"}
"""Root's processes are not counted."""


IN_A_FORK = {"memory", "a fork bomb", "a thread bomb", "many descriptors"}
"""They leave something behind even where they fail; the others do not, and a fork costs more than they do."""


def attempt(attack: Callable[[Outside], Any], outside: Outside) -> str:
    try:
        return f"gained {attack(outside)!r}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@pytest.fixture(scope="module", params=[(user, ground) for user in USERS for ground in GROUNDS], ids="-".join)
def tried(request: pytest.FixtureRequest, outside: Outside) -> dict[str, str]:
    """What became of each attack on this ground, by its name."""
    user, ground = request.param
    skipped = set[str]() if ground != "landlock" else ONLY_IN_NAMESPACES
    skipped |= ROOT_ONLY_IN_NAMESPACES if (user, ground) == ("root", "landlock") else set()

    def all_of_them() -> dict[str, str]:
        return {
            name: str(forked(lambda _pipe, attack=attack: attack(outside)))
            if name in IN_A_FORK
            else attempt(attack, outside)
            for name, (attack, _) in ATTACKS.items()
            if name not in skipped
        }

    with scratch_of(user) as scratch:
        result = confined(policy_for(outside, scratch), all_of_them, user=user, ground=ground)
    assert isinstance(result, dict), result
    return result


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_fails(attack: str, tried: dict[str, str]) -> None:
    if attack not in tried:
        pytest.skip("not stopped on this ground, as the theory of operation says")
    assert tried[attack].startswith(ATTACKS[attack][1])


def test_attacks_leave_the_world_as_it_was(tried: dict[str, str], outside: Outside) -> None:
    assert {path.read_text() for path in outside.course.rglob("*") if path.is_file()} == {CANARY}
    assert sorted(path.name for path in outside.course.iterdir()) == [
        "datagram.sock", "gradebook.db", "lib", "source", "stream.sock", "submitted",
    ]  # fmt: skip
    os.kill(outside.victim, 0)
    assert not Path("/var/tmp/autograder-test").exists()


# What the confinement refuses to be


def test_threads_that_exist_already_would_stay_outside(outside: Outside) -> None:
    def with_a_thread(_pipe: int) -> None:
        stop = threading.Event()
        threading.Thread(target=stop.wait, daemon=True).start()
        confine.enter(policy_for(outside, "/tmp"))

    assert "LayerFailed: threads" in forked(with_a_thread)


def test_an_open_folder_cannot_be_kept(outside: Outside) -> None:
    with scratch_of(USERS[0]) as scratch:
        told = confined(policy_for(outside, scratch), os.getpid, keep=(0, 1, 2, outside.leaked_folder))
    assert "is a folder" in told


@pytest.mark.parametrize("user", USERS)
def test_below_the_minimum_it_refuses_unless_told_otherwise(user: str, outside: Outside) -> None:
    with scratch_of(user) as scratch:
        policy = policy_for(outside, scratch)
        refused = confined(policy, os.getcwd, user=user, ground="neither")
        allowed = confined(policy, os.getcwd, user=user, ground="neither", unprotected=True)
    assert refused.startswith("TooLittle: ")
    assert "doctor" in refused
    assert allowed == scratch


@pytest.mark.parametrize("user", USERS)
def test_student_code_is_the_inhabitant_alone_in_its_folder(user: str, outside: Outside) -> None:
    def seen() -> tuple[Any, ...]:
        folders = set(os.listdir("/")) - {"tmp"}
        pids = [name for name in os.listdir("/proc") if name.isdigit()]
        return os.getuid(), os.getpid(), os.getsid(0), pids, os.getcwd(), os.listdir("."), folders

    def expected(_pipe: int) -> tuple[int, int]:
        stand_on("all", user)
        return confine.inhabitant()

    if not confine.layers()[0].active:
        pytest.skip("no namespaces here")
    with scratch_of(user) as scratch:
        uid, pid, session, pids, folder, files, folders = confined(policy_for(outside, scratch), seen, user=user)
        assert (uid, pid, session, pids) == (forked(expected)[0], 1, 1, ["1"])
        assert (folder, files) == (scratch, [])
    assert uid != 0
    assert "home" not in folders
    assert "var" not in folders


@pytest.mark.parametrize("user", USERS)
def test_seccomp_keeps_in_what_an_older_landlock_lets_out(
    user: str, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(landlock, "version", lambda: landlock.TRUNCATION)
    out = ("a signal", "a signal to a group", "an abstract socket", "TCP", "UDP", "truncating a library")

    def tried_and_allowed() -> tuple[dict[str, str], list[str]]:
        received: list[str] = []
        signal.signal(signal.SIGUSR1, lambda *_: received.append("signal"))
        os.kill(os.getpid(), signal.SIGUSR1)
        thread = threading.Thread(target=received.append, args=("thread",))
        thread.start()
        thread.join()
        return {name: attempt(ATTACKS[name][0], outside) for name in out}, received

    with scratch_of(user) as scratch:
        attacks, allowed = confined(policy_for(outside, scratch), tried_and_allowed, user=user, ground="landlock")
    assert {name: told.partition(":")[0] for name, told in attacks.items()} == dict.fromkeys(out, "PermissionError")
    assert allowed == ["signal", "thread"]


def test_scratch_may_be_reached_through_a_link(outside: Outside) -> None:
    link = Path(tempfile.mkdtemp(dir="/tmp")) / "scratch"
    with scratch_of(USERS[0]) as scratch:
        link.symlink_to(scratch)
        policy = policy_for(outside, str(link))
        assert confined(policy, lambda: (Path(link, "new").write_text("x"), os.path.realpath("."))) == (1, scratch)
    link.unlink()
    link.parent.rmdir()


def test_a_link_among_the_readable_is_kept_with_what_it_leads_to(outside: Outside, tmp_path: Path) -> None:
    link = Path(tempfile.mkdtemp(dir="/tmp")) / "course"
    link.symlink_to(outside.course / "lib")
    with scratch_of(USERS[0]) as scratch:
        policy = confine.Policy((str(link / "open.py"), str(link / "judges/..")), (), scratch, SMALL)
        assert confined(policy, (link / "open.py").read_text) == CANARY
    link.unlink()
    link.parent.rmdir()
