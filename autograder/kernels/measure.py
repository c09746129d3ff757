"""What a kernel uses: the processes that came from it, their memory, the files they wrote."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def descendants(pid: int) -> list[int]:
    """The process ids of all that descends from `pid`, children before their own children."""
    found: list[int] = []
    waiting = [pid]
    while waiting:
        parent = waiting.pop()
        try:
            threads = os.listdir(f"/proc/{parent}/task")
        except OSError:
            continue
        for thread in threads:
            with contextlib.suppress(OSError):
                children = [int(child) for child in Path(f"/proc/{parent}/task/{thread}/children").read_text().split()]
                found.extend(children)
                waiting.extend(children)
    return found


def memory_of(pid: int) -> float:
    """The memory of a process in KiB: its share of what is not backed by a file ("proportional set size").

    What a process wrote or allocated counts in full, what it shares with its own children counts once, and what it
    inherited from the zygote is divided by all who have it. A process that keeps this to itself (it runs a program that
    may not be read) is charged with all that it has in memory, shared or not.
    """
    with contextlib.suppress(OSError):
        return _added(f"/proc/{pid}/smaps_rollup", "Pss_Anon:", "Pss_Shmem:")
    return resident_of(pid)


def resident_of(pid: int) -> float:
    """The memory of a process in KiB that no file backs, what it shares included: at least `memory_of`.

    The system keeps this number, where for the other it goes through all pages: 0.1 against 10 ms for a kernel.
    """
    with contextlib.suppress(OSError):
        return _added(f"/proc/{pid}/status", "RssAnon:", "RssShmem:")
    return 0.0


def _added(file: str, *names: str) -> float:
    lines = Path(file).read_text(errors="replace").splitlines()  # a process may call itself what it likes
    return float(sum(int(line.split()[1]) for line in lines if line.startswith(names)))


def folder_mib(folder: str, enough_mib: float) -> float:
    """The size on disk of all in `folder`, in MiB; counting stops once `enough_mib` is passed."""
    total = 0
    waiting = [folder]
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    total += max(entry.stat(follow_symlinks=False).st_blocks * 512, 512)
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                if total > enough_mib * 2**20:
                    return total / 2**20
    return total / 2**20
