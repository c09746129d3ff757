"""seccomp: system calls that student code never needs are refused before the kernel looks at what they are about.

The filter names what is refused and lets the rest through: torch, NumPy and matplotlib make a hundred different ones,
and what a call may reach is decided by the namespaces and Landlock. Refused is what would undo or sidestep those two
(mounts, namespaces, other processes' memory, file handles, new sockets), what has been a way into the kernel itself
(bpf, io_uring, userfaultfd, keys, perf, line disciplines), memory that no limit counts (memfd, System V's segments and
queues), outliving or blinding the keeper, and everything newer than this filter.
Nothing is killed: a refused call fails with EPERM, or with ENOSYS where a library then takes an older way,
so that a student sees an exception. The filter is a classic BPF program, put together here. Source: seccomp(2).
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from dataclasses import dataclass

from autograder.kernels.syscalls import NEWEST, call, machine, number

_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_LOAD, _EQUAL, _GREATER, _BITS, _RETURN, _JUMP = 0x20, 0x15, 0x25, 0x45, 0x06, 0x05
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16

_MISSING = "clone3 io_uring_setup io_uring_enter io_uring_register memfd_create memfd_secret"
_REFUSED = """
mount umount2 pivot_root chroot open_tree move_mount fsopen fsconfig fsmount fspick mount_setattr statmount listmount
unshare setns name_to_handle_at open_by_handle_at mknod mknodat
ptrace process_vm_readv process_vm_writev process_madvise process_mrelease kcmp pidfd_getfd move_pages migrate_pages
bpf perf_event_open userfaultfd seccomp add_key request_key keyctl fanotify_init fanotify_mark lookup_dcookie
init_module finit_module delete_module create_module kexec_load kexec_file_load reboot swapon swapoff acct quotactl
quotactl_fd nfsservctl sysfs uselib _sysctl syslog iopl ioperm modify_ldt vhangup sethostname setdomainname
settimeofday clock_settime adjtimex clock_adjtime vmsplice
shmget shmat shmctl msgget msgsnd msgrcv msgctl semget semop semtimedop semctl
"""
_REFUSED_BESIDE_OTHERS = """
socket mq_open mq_unlink inotify_init inotify_init1 inotify_add_watch
"""
_PRETENDED_BESIDE_OTHERS = """
chmod fchmod fchmodat fchmodat2 chown lchown fchown fchownat utime utimes futimesat utimensat
setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr sched_setscheduler
"""
_NEW_NAMESPACES = 0x7E020000  # CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
_CHILD_OF_PARENT = 0x8000  # CLONE_PARENT: a child for the grader's own process
_TERMINAL = (0x5412, 0x541C, 0x5423)  # TIOCSTI, TIOCLINUX, TIOCSETD: typing for somebody; another line discipline
_DEATH_AND_SIGHT = (1, 4, 62)  # PR_SET_PDEATHSIG, DUMPABLE, SCHED_CORE: outliving or blinding the keeper; a core alone
_SHARED_WITH_NOBODY = (0x01, 0x20)  # MAP_SHARED, MAP_ANONYMOUS: memory that stays when all but a page is unmapped
_OWNER_BY_IOCTL, _OWNER_BY_FCNTL = (
    (0x8901, 0x8902),
    (8, 15),
)  # FIOSETOWN, SIOCSPGRP; F_SETOWN, F_SETOWN_EX: SIGIO to others


@dataclass(frozen=True)
class Unless:
    """Refuses the call unless its argument (the low 32 bits) is one of the values."""

    call: str
    argument: int
    values: tuple[int, ...]


@dataclass(frozen=True)
class If:
    """Refuses the call if its argument (the low 32 bits) is one of the values."""

    call: str
    argument: int
    values: tuple[int, ...]


@dataclass(frozen=True)
class IfBits:
    """Refuses the call if its argument (the low 32 bits) has one of these bits."""

    call: str
    argument: int
    bits: int


@dataclass(frozen=True)
class IfAllBits:
    """Refuses the call if its argument (the low 32 bits) has all of these bits."""

    call: str
    argument: int
    bits: tuple[int, ...]


Rule = Unless | If | IfBits | IfAllBits


def available() -> bool:
    """Whether this machine takes filters: only then does it look at the pointer, which leads nowhere."""
    try:
        call("seccomp", 1, 0, None)
    except OSError as error:
        return error.errno == errno.EFAULT
    return False


def rules(*, alone: bool, scoped: bool, pid: int) -> list[Rule]:
    """The rules by argument. `alone`: in its own namespaces. `scoped`: Landlock keeps signals in. `pid`: its own."""
    found: list[Rule] = [
        IfBits("clone", 0, _NEW_NAMESPACES | _CHILD_OF_PARENT),
        Unless("socketpair", 0, (1,)),
        If("ioctl", 1, _TERMINAL if alone or scoped else _TERMINAL + _OWNER_BY_IOCTL),
        If("prctl", 0, _DEATH_AND_SIGHT),
        IfAllBits("mmap", 3, _SHARED_WITH_NOBODY),
        Unless("personality", 0, (0, 0xFFFFFFFF)),
        Unless("prlimit64", 0, (0,)),
        Unless("setpriority", 0, (0,)),
        Unless("setpriority", 1, (0,)),
    ]
    if alone:
        return [*found, Unless("socket", 0, (1,))]
    found.append(IfBits("socketpair", 1, 0b10))  # a datagram pair could be sent elsewhere: streams only
    setters = ("sched_setaffinity", "sched_setparam", "sched_setattr", "ioprio_set")
    found += [Unless(name, 1 if name == "ioprio_set" else 0, (0,)) for name in setters]
    if not scoped:
        found += [Unless(name, 0, (pid,)) for name in ("tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo")]
        found += [Unless("kill", 0, (0, pid)), Unless("tkill", 0, ()), Unless("pidfd_send_signal", 0, ())]
        found.append(If("fcntl", 1, _OWNER_BY_FCNTL))
    return found


def program(on: str, *, alone: bool, scoped: bool, pid: int) -> bytes:
    """The filter for a machine, as the kernel reads it: 8 bytes per instruction."""
    errors = dict.fromkeys(_REFUSED.split(), errno.EPERM) | dict.fromkeys(_MISSING.split(), errno.ENOSYS)
    if not alone:
        errors |= dict.fromkeys(_REFUSED_BESIDE_OTHERS.split(), errno.EPERM)
        errors |= dict.fromkeys(_PRETENDED_BESIDE_OTHERS.split(), 0)
    code = [
        _step(_LOAD, _ARCHITECTURE_AT),
        _step(_EQUAL, _ARCHITECTURE[on], yes=1),
        _refuse(errno.EPERM),  # 32-bit calls, whose numbers mean something else
        _step(_LOAD, _NUMBER_AT),
        _step(_GREATER, NEWEST, no=1),
        _refuse(errno.ENOSYS),  # newer calls, and those of x32
    ]
    for name, error in errors.items():
        code += _on(number(name, on), [_refuse(error)])
    for rule in rules(alone=alone, scoped=scoped, pid=pid):
        code += _on(number(rule.call, on), _by_argument(rule))
    return b"".join([*code, _step(_RETURN, _ALLOW)])


def install(*, alone: bool, scoped: bool) -> None:
    """Puts the filter around every thread of this process, for good. Needs `no_new_privs`. Raises OSError."""
    here = machine()
    if here is None:
        raise OSError(errno.ENOSYS, "no filter is known for this machine")
    code = program(here, alone=alone, scoped=scoped, pid=os.getpid())
    instructions = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(instructions))
    call("seccomp", 1, 1, ctypes.create_string_buffer(header, len(header)))  # SET_MODE_FILTER, TSYNC


def _by_argument(rule: Rule) -> list[bytes]:
    """The steps for one rule, with the argument loaded first and the call's number loaded again at their end."""
    load = _step(_LOAD, _ARGUMENTS_AT + 8 * rule.argument)
    again = _step(_LOAD, _NUMBER_AT)
    if isinstance(rule, IfBits):
        return [load, _step(_BITS, rule.bits, no=1), _refuse(errno.EPERM), again]
    if isinstance(rule, IfAllBits):
        last = len(rule.bits)
        tests = [_step(_BITS, one, no=last - place) for place, one in enumerate(rule.bits)]
        return [load, *tests, _refuse(errno.EPERM), again]
    last = len(rule.values)  # each test jumps past those after it, and past one step more
    tests = [_step(_EQUAL, value, yes=last - place) for place, value in enumerate(rule.values)]
    skip = [_step(_JUMP, 1)] if isinstance(rule, If) else []
    return [load, *tests, *skip, _refuse(errno.EPERM), again]


def _on(code: int | None, steps: list[bytes]) -> list[bytes]:
    """The steps, taken only for the call with this number."""
    return [] if code is None else [_step(_EQUAL, code, no=len(steps)), *steps]


def _refuse(error: int) -> bytes:
    return _step(_RETURN, _ERRNO | error)


def _step(operation: int, value: int, *, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("=HBBI", operation, yes, no, value)
