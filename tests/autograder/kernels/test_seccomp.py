"""The filter's decisions, told by a small machine that runs its program as the kernel would, for both processors."""

from __future__ import annotations

import errno
import os
import struct
from pathlib import Path

import pytest

from autograder.kernels import seccomp, syscalls
from tests.autograder.kernels.confined import forked

ALLOW, ERRNO = 0x7FFF0000, 0x00050000
X86_64, AARCH64, I386 = 0xC000003E, 0xC00000B7, 0x40000003
# From the kernel's own tables, written down here a second time.
CALLS = {
    "x86_64": {
        "read": 0, "write": 1, "mmap": 9, "rt_sigaction": 13, "ioctl": 16, "socket": 41, "connect": 42,
        "socketpair": 53,
        "clone": 56, "fork": 57, "execve": 59, "kill": 62, "fcntl": 72, "chmod": 90, "ptrace": 101, "personality": 135,
        "prctl": 157, "mount": 165, "futex": 202,
        "tgkill": 234, "openat": 257, "unshare": 272, "prlimit64": 302,
        "setns": 308, "getrandom": 318, "bpf": 321, "pidfd_send_signal": 424, "io_uring_setup": 425, "clone3": 435,
    },
    "aarch64": {
        "read": 63, "write": 64, "mmap": 222, "rt_sigaction": 134, "ioctl": 29, "socket": 198, "connect": 203,
        "socketpair": 199, "clone": 220, "execve": 221, "kill": 129, "fcntl": 25, "fchmod": 52, "ptrace": 117,
        "personality": 92, "prctl": 167, "mount": 40, "futex": 98, "tgkill": 131, "openat": 56, "unshare": 97,
        "prlimit64": 261, "setns": 268, "getrandom": 278, "bpf": 280, "pidfd_send_signal": 424, "io_uring_setup": 425,
        "clone3": 435,
    },
}  # fmt: skip
ARCHITECTURES = {"x86_64": X86_64, "aarch64": AARCH64}
MACHINES = pytest.mark.parametrize("machine", CALLS)


def decide(program: bytes, architecture: int, number: int, *arguments: int) -> int:
    """What a filter answers to one call. Source: Documentation/networking/filter.rst, struct seccomp_data."""
    data = struct.pack("=IIQ6Q", number, architecture, 0, *arguments, *[0] * (6 - len(arguments)))
    accumulator, at = 0, 0
    while True:
        operation, yes, no, value = struct.unpack_from("=HBBI", program, 8 * at)
        at += 1
        if operation == 0x20:
            (accumulator,) = struct.unpack_from("=I", data, value)
        elif operation == 0x05:
            at += value
        elif operation == 0x06:
            return value
        else:
            holds = {0x15: accumulator == value, 0x25: accumulator > value, 0x45: bool(accumulator & value)}[operation]
            at += yes if holds else no


def answer(machine: str, call: str | int, *arguments: int, alone: bool = True, scoped: bool = True) -> int | None:
    """The error number that a call ends with, None where it is let through."""
    program = seccomp.program(machine, alone=alone, scoped=scoped, pid=1234)
    number = call if isinstance(call, int) else CALLS[machine][call]
    result = decide(program, ARCHITECTURES[machine], number, *arguments)
    assert result == ALLOW or result & 0xFFFF0000 == ERRNO
    return None if result == ALLOW else result & 0xFFFF


@MACHINES
def test_ordinary_calls_pass(machine: str) -> None:
    for call in ("read", "write", "mmap", "rt_sigaction", "execve", "futex", "openat", "getrandom", "prctl", "connect"):
        assert answer(machine, call) is None


@MACHINES
@pytest.mark.parametrize("alone", [True, False])
def test_what_undoes_the_confinement_is_refused(machine: str, alone: bool) -> None:
    for call in ("ptrace", "mount", "unshare", "setns", "bpf"):
        assert answer(machine, call, alone=alone) == errno.EPERM
    for call in ("clone3", "io_uring_setup"):
        assert answer(machine, call, alone=alone) == errno.ENOSYS


@MACHINES
def test_newer_and_foreign_calls_do_not_exist(machine: str) -> None:
    assert answer(machine, 462) is None
    assert answer(machine, 463) == errno.ENOSYS
    assert answer(machine, 0x40000000 + 0) == errno.ENOSYS  # read, as x32 spells it
    assert answer(machine, 0xFFFFFFFF) == errno.ENOSYS
    program = seccomp.program(machine, alone=True, scoped=True, pid=1)
    assert decide(program, I386, 3) == ERRNO | errno.EPERM


@MACHINES
def test_threads_and_children_start_but_neither_in_new_namespaces_nor_for_others(machine: str) -> None:
    assert answer(machine, "clone", 0x3D0F00) is None  # as glibc starts a thread
    assert answer(machine, "clone", 0x1200011) is None  # as glibc forks
    for bit in (0x00008000, 0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000):
        assert answer(machine, "clone", bit | 17) == errno.EPERM


@MACHINES
def test_sockets_are_unix_sockets_in_namespaces_and_stream_pairs_elsewhere(machine: str) -> None:
    unix, inet, stream, datagram = 1, 2, 1, 2
    assert answer(machine, "socket", unix) is None
    assert answer(machine, "socket", inet) == errno.EPERM
    assert answer(machine, "socket", 1 << 32 | inet) == errno.EPERM  # the kernel looks at 32 bits only
    assert answer(machine, "socket", unix, alone=False) == errno.EPERM
    assert answer(machine, "socketpair", unix, datagram) is None
    assert answer(machine, "socketpair", unix, stream | 0x80000, alone=False) is None
    assert answer(machine, "socketpair", unix, datagram | 0x80000, alone=False) == errno.EPERM
    assert answer(machine, "socketpair", 16, stream) == errno.EPERM


@MACHINES
def test_arguments_decide_where_a_call_is_both_good_and_bad(machine: str) -> None:
    assert answer(machine, "ioctl", 0, 0x5401) is None  # TCGETS, of isatty
    assert answer(machine, "ioctl", 0, 0x5412) == errno.EPERM  # TIOCSTI
    assert answer(machine, "ioctl", 0, 1 << 32 | 0x5412) == errno.EPERM
    assert answer(machine, "ioctl", 0, 0x5423) == errno.EPERM  # TIOCSETD
    assert answer(machine, "prctl", 15) is None  # PR_SET_NAME
    assert answer(machine, "prctl", 1) == errno.EPERM  # PR_SET_PDEATHSIG
    assert answer(machine, "prctl", 1 << 32 | 4) == errno.EPERM  # PR_SET_DUMPABLE
    private, shared, anonymous = 0x02, 0x01, 0x20
    assert answer(machine, "mmap", 0, 4096, 3, private | anonymous) is None
    assert answer(machine, "mmap", 0, 4096, 3, shared) is None  # of a file, which is counted
    assert answer(machine, "mmap", 0, 4096, 3, shared | anonymous) == errno.EPERM
    assert answer(machine, "mmap", 0, 4096, 3, shared | private | anonymous) == errno.EPERM  # MAP_SHARED_VALIDATE
    assert answer(machine, "personality", 0xFFFFFFFF) is None
    assert answer(machine, "personality", 0x40000) == errno.EPERM
    assert answer(machine, "prlimit64", 0) is None
    assert answer(machine, "prlimit64", 77) == errno.EPERM


@MACHINES
def test_signals_reach_only_itself_where_nothing_else_keeps_them_in(machine: str) -> None:
    def signalled(call: str, *arguments: int) -> int | None:
        return answer(machine, call, *arguments, alone=False, scoped=False)

    assert signalled("kill", 1234) is None
    assert signalled("kill", 0) is None
    assert signalled("tgkill", 1234) is None
    for pid in (1, 77, 0xFFFFFFFF):
        assert signalled("kill", pid) == errno.EPERM
        assert signalled("tgkill", pid) == errno.EPERM
    assert signalled("pidfd_send_signal", 3) == errno.EPERM
    assert signalled("fcntl", 3, 8) == errno.EPERM  # F_SETOWN: SIGIO to somebody
    assert signalled("fcntl", 3, 3) is None
    assert answer(machine, "kill", 77, alone=False, scoped=True) is None


@MACHINES
def test_changing_modes_and_scheduling_is_pretended_where_landlock_alone_guards(machine: str) -> None:
    schedule = {"x86_64": 144, "aarch64": 119}[machine]  # ZMQ ends the process where that fails
    for call in ("chmod" if machine == "x86_64" else "fchmod", schedule):
        assert answer(machine, call, alone=False) == 0
        assert answer(machine, call, alone=True) is None


@pytest.mark.parametrize("header", ["/usr/include/x86_64-linux-gnu/asm/unistd_64.h"])
def test_numbers_are_those_of_the_kernels_header(header: str) -> None:
    if not Path(header).exists():
        pytest.skip("no kernel headers here")
    words = [line.split() for line in Path(header).read_text().splitlines() if line.startswith("#define __NR_")]
    known = {name.removeprefix("__NR_"): int(number) for _, name, number in words}
    assert len(known) > 300
    for name, (number, _) in syscalls.NUMBERS.items():
        assert number == known.get(name, number), name


@pytest.mark.skipif(not seccomp.available(), reason="no seccomp filters here")
def test_installed_filter_holds_for_the_process_and_its_children() -> None:
    def told() -> str:
        try:
            os.close(os.memfd_create("memory"))
        except OSError as error:
            return errno.errorcode[error.errno or 0]
        return "allowed"

    def install(_pipe: int) -> tuple[str, str, str]:
        before = told()
        syscalls.call("prctl", 38, 1, 0, 0, 0)
        seccomp.install(alone=True, scoped=True)
        return before, told(), forked(lambda _pipe: told())

    assert forked(install) == ("allowed", "ENOSYS", "ENOSYS")
