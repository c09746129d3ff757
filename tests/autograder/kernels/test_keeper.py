"""The keeper hears two processes through one pipe, and neither waits for the other."""

import json
import os
import socket
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder.kernels.keeper import Keeper
from autograder.kernels.limits import Limits

GATE, KERNEL = {"pid": 4711}, {"ready": True}


@pytest.mark.parametrize("said", [[GATE, KERNEL], [KERNEL, GATE]])
def test_kernel_is_reported_ready_when_it_says_so_and_the_gate_has_named_it_whoever_is_first(
    said: list[dict[str, int]], tmp_path: Path
) -> None:
    policy = {"readable": [], "hidden": [], "scratch": str(tmp_path), "limits": asdict(Limits())}
    heard, say = os.pipe()
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours, theirs:
        gate = SimpleNamespace(pid=os.getpid(), said=heard)
        keeper = Keeper(theirs, -1, gate, {"folder": str(tmp_path), "policy": policy})  # type: ignore[arg-type]
        ours.setblocking(False)
        for number, message in enumerate(said):
            if number:
                with pytest.raises(BlockingIOError):
                    ours.recv(1000)
            os.write(say, json.dumps(message).encode() + b"\n")
            keeper._listen()
        assert json.loads(ours.recv(1000)) == {"ready": 4711, "protected": True}
    for end in (heard, say):
        os.close(end)
