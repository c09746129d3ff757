"""A grader's desk for the tests: a room with a zygote of its own, kernels from it, and what they say."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager
from traitlets.config import Config

PATIENCE_S = 60
PRELOAD = ["numpy"]  # a zygote for tests starts within a second; the course's own list is in the kernelspec


@contextlib.contextmanager
def room() -> Generator[Path]:
    """A runtime folder whose zygotes end when the room is left, and a kernelspec `warm` in it."""
    folder = Path(tempfile.mkdtemp(prefix="room-", dir="/tmp"))  # pytest's own would be too long for a unix socket
    spec = folder / "kernels" / "warm"
    spec.mkdir(parents=True)
    provisioner = {"provisioner_name": "autograder-warm", "config": {"preload": PRELOAD}}
    about = {"kernel_provisioner": provisioner, "supported_encryption": "curve"}
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (spec / "kernel.json").write_text(
        json.dumps({"argv": argv, "display_name": "warm", "language": "python", "metadata": about})
    )
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # a zygote without its socket ends


def manager(room: Path, kind: type[KernelManager] = KernelManager, **settings: Any) -> KernelManager:
    """A kernel manager of the room, with settings of the provisioner; the tests also run where nothing can confine."""
    config = Config()
    config.WarmProvisioner.update({"allow_unprotected": True, **settings})
    specs = KernelSpecManager(kernel_dirs=[str(room / "kernels")])
    return kind(kernel_name="warm", kernel_spec_manager=specs, config=config)


class Desk:
    """One kernel, started, and its client."""

    def __init__(self, room: Path, cwd: Path | None = None, **settings: Any) -> None:
        self.km = manager(room, **settings)
        self.km.start_kernel(**({"cwd": str(cwd)} if cwd else {}))
        self.listen()

    def listen(self) -> None:
        self.kc = self.km.client()
        self.kc.start_channels()
        self.kc.wait_for_ready(timeout=PATIENCE_S)

    @property
    def provisioner(self) -> Any:
        return self.km.provisioner

    def run(self, code: str) -> str:
        """What the code printed, or the name of its exception."""
        said: list[str] = []

        def hear(message: dict[str, Any]) -> None:
            content = message["content"]
            said.append(content.get("text", "") if message["msg_type"] == "stream" else content.get("ename", ""))

        self.kc.execute_interactive(code, output_hook=hear, timeout=PATIENCE_S)
        return "".join(said).strip()

    def end_of(self, code: str) -> str:
        """Why the kernel ended that was given this code."""
        gone = os.pidfd_open(self.provisioner.pid)
        self.kc.execute(code)
        assert ended(gone)
        while self.km.is_alive():
            select.select([self.provisioner._keeper], [], [], PATIENCE_S)
        return self.provisioner.ended_by

    def close(self) -> None:
        self.kc.stop_channels()
        self.km.shutdown_kernel(now=True)


def ended(process: int) -> bool:
    """Whether the process of a descriptor ends in reasonable time; closes the descriptor."""
    try:
        return bool(select.select([process], [], [], PATIENCE_S)[0])
    finally:
        os.close(process)


def parent_of(pid: int) -> int:
    """The process id of a process's parent."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[1])
