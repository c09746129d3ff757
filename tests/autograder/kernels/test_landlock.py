"""Landlock by itself, without namespaces and without a filter."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.kernels import landlock, syscalls
from tests.autograder.kernels.confined import forked

pytestmark = pytest.mark.skipif(not landlock.version(), reason="no Landlock here")


def restricted(rights: list[tuple[str, int]], action: Callable[[], Any]) -> Any:
    """What the action returns with only these rights, or its exception's name."""

    def child(_pipe: int) -> Any:
        syscalls.call("prctl", 38, 1, 0, 0, 0)
        landlock.restrict(rights)
        return action()

    result = forked(child)
    return result.partition(":")[0] if isinstance(result, str) and "Error" in result else result


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """One to read, one to write, one that nobody was given."""
    for name in ("read", "write", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    return tmp_path / "read", tmp_path / "write", tmp_path / "other"


def test_reading_is_granted_beneath_a_folder_and_nowhere_else(folders: tuple[Path, Path, Path]) -> None:
    read, _, other = folders
    rights = [(str(read), landlock.READ)]
    assert restricted(rights, (read / "file").read_text) == "read"
    assert restricted(rights, lambda: os.listdir(read)) == ["file"]
    assert restricted(rights, (other / "file").read_text) == "PermissionError"
    assert restricted(rights, lambda: os.listdir(other)) == "PermissionError"
    assert restricted(rights, lambda: (read / "file").write_text("x")) == "PermissionError"
    assert restricted(rights, lambda: (read / "new").touch()) == "PermissionError"


def test_a_link_opens_nothing(folders: tuple[Path, Path, Path]) -> None:
    read, _, other = folders
    (read / "link").symlink_to(other / "file")
    assert restricted([(str(read), landlock.READ)], (read / "link").read_text) == "PermissionError"


def test_writing_is_granted_beneath_a_folder_but_no_devices(folders: tuple[Path, Path, Path]) -> None:
    _, write, other = folders

    def busy() -> str:
        (write / "deep").mkdir()
        (write / "deep/new").write_text("made")
        os.truncate(write / "deep/new", 2)
        with contextlib.suppress(OSError):  # version 1 keeps files in their folder
            os.rename(write / "deep/new", write / "moved")
            return (write / "moved").read_text()
        return (write / "deep/new").read_text()

    rights = [(str(write), landlock.ALL)]
    assert restricted(rights, busy) == "ma"
    assert restricted(rights, lambda: os.mkfifo(write / "fifo")) is None
    assert restricted(rights, lambda: os.rename(write / "file", other / "file2")) in ("PermissionError", "OSError")
    assert restricted(rights, lambda: os.link(other / "file", write / "mine")) in ("PermissionError", "OSError")
    assert restricted(rights, lambda: os.mknod(write / "disk", 0o060600, 0)) == "PermissionError"


def test_names_may_be_listed_without_reading(folders: tuple[Path, Path, Path]) -> None:
    _, _, other = folders
    rights = [(str(other), landlock.NAMES)]
    assert restricted(rights, lambda: os.listdir(other)) == ["file"]
    assert restricted(rights, (other / "file").read_text) == "PermissionError"


def test_one_file_is_granted_without_its_folder(folders: tuple[Path, Path, Path]) -> None:
    read, _, _ = folders
    (read / "second").write_text("2")
    rights = [(str(read / "file"), landlock.READ), (str(read / "missing"), landlock.READ)]
    assert restricted(rights, (read / "file").read_text) == "read"
    assert restricted(rights, (read / "second").read_text) == "PermissionError"


@pytest.mark.skipif(landlock.version() < landlock.TCP, reason="this Landlock does not know TCP")
def test_no_tcp() -> None:
    def connect(port: int) -> str:
        with socket.create_connection(("127.0.0.1", port), timeout=2):
            return "connected"

    def listen() -> str:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            return "bound"

    with socket.create_server(("127.0.0.1", 0)) as server:
        assert restricted([], lambda: connect(server.getsockname()[1])) == "PermissionError"
    assert restricted([], listen) == "PermissionError"


@pytest.mark.skipif(landlock.version() < landlock.SCOPES, reason="this Landlock knows no scopes")
def test_no_signal_and_no_abstract_socket_beyond_itself() -> None:
    name = f"\0autograder-landlock-{os.getpid()}"

    def connect() -> str:
        with socket.socket(socket.AF_UNIX) as one:
            one.connect(name)
            return "connected"

    with socket.socket(socket.AF_UNIX) as server:
        server.bind(name)
        server.listen()
        assert restricted([], connect) == "PermissionError"
    parent = os.getpid()
    assert restricted([], lambda: os.kill(parent, 0)) == "PermissionError"
    assert restricted([], lambda: os.kill(os.getpid(), 0)) is None


@pytest.mark.parametrize("version", range(1, landlock.version() + 1))
def test_older_versions_guard_files_too(
    version: int, folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    read, write, other = folders
    monkeypatch.setattr(landlock, "version", lambda: version)
    rights = [(str(read), landlock.READ), (str(write), landlock.ALL)]
    assert restricted(rights, (read / "file").read_text) == "read"
    assert restricted(rights, lambda: (write / "new").write_text("x")) == 1
    assert restricted(rights, (other / "file").read_text) == "PermissionError"


def test_without_landlock_the_version_is_nought(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> int:
        raise OSError(38, "no such call")

    monkeypatch.setattr(landlock, "call", missing)
    assert landlock.version() == 0
