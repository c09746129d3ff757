"""Secrets laid out where an attack may look, each with a word of its own that may turn up nowhere else.

An attack knows where they are (`Planted.places`), and need only get there. What it got shows afterwards: in its
graded notebook, in a file that it left, or because somebody knocked at one of the sockets.
"""

from __future__ import annotations

import os
import secrets
import selectors
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

VARIABLE = "ATTACKED_TOKEN"  # of the grader's environment
MARK = "left-by-an-attack"  # the name, and the content, of what attacks leave for others
SURVIVOR = "survivor-of-an-attack"  # an argument of the processes that should not survive


class Planted:
    """The secrets of one course, and the sockets that give theirs to whoever asks. A context manager."""

    def __init__(self, root: Path, home: Path, runtime: Path) -> None:
        self.root, self.home, self.runtime = root, home, runtime
        kinds = ("submission", "source", "release", "gradebook", "secret", "environment", "home")
        self.words = {
            kind: f"canary-{kind}-{secrets.token_hex(8)}" for kind in (*kinds, "won", "tcp", "udp", "unix", "abstract")
        }
        self.words["secret"] = secrets.token_hex(32)
        self.knocked: list[str] = []
        self._stack = ExitStack()

    def __enter__(self) -> Planted:
        self._sockets = self._listen()
        self._stop, self._stopped = socket.socketpair()
        self._thread = threading.Thread(target=self._answer, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.send(b"x")
        self._thread.join()
        for one in (*self._sockets.values(), self._stop, self._stopped):
            one.close()

    @property
    def places(self) -> dict[str, Any]:
        """What an attack is told: where everything is."""
        return {
            "root": str(self.root),
            "home": str(self.home),
            "runtime": str(self.runtime),
            "variable": VARIABLE,
            "tcp": self._sockets["tcp"].getsockname()[1],
            "udp": self._sockets["udp"].getsockname()[1],
            "unix": str(self.home / "door"),
            "abstract": self._sockets["abstract"].getsockname()[1:].decode(),
            "mark": MARK,
            "won": (self.words["won"][:6], self.words["won"][6:]),  # joined and printed by an attack that broke out
            "survivor": SURVIVOR,
        }

    def lay_out(self) -> None:
        """Writes the words into the course's secret, release and the home folder; the rest is in the notebooks."""
        (self.root / ".course_secret").write_text(self.words["secret"] + "\n")
        (self.root / "release").mkdir(exist_ok=True)
        for folder in (self.root / "release").iterdir():
            (folder / "solutions.py").write_text(f"# {self.words['release']}\n")
        (self.home / "token").write_text(self.words["home"])

    def found_in(self, folder: Path) -> list[str]:
        """The kinds of the words that stand in the files of a folder."""
        texts = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
        return [kind for kind, word in self.words.items() if any(word.encode() in text for text in texts)]

    def _listen(self) -> dict[str, socket.socket]:
        addresses: dict[str, tuple[int, int, Any]] = {
            "tcp": (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            "udp": (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            "unix": (socket.AF_UNIX, socket.SOCK_STREAM, str(self.home / "door")),
            "abstract": (socket.AF_UNIX, socket.SOCK_STREAM, f"\0attacked-{secrets.token_hex(4)}"),
        }
        opened: dict[str, socket.socket] = {}
        for kind, (family, how, address) in addresses.items():
            opened[kind] = socket.socket(family, how)
            opened[kind].bind(address)
            if how == socket.SOCK_STREAM:
                opened[kind].listen()
        os.chmod(self.home / "door", 0o777)
        return opened

    def _answer(self) -> None:
        """Gives the word of a socket to everybody who comes, until it is time to stop."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._stopped, selectors.EVENT_READ, "stop")
            for kind, one in self._sockets.items():
                selector.register(one, selectors.EVENT_READ, kind)
            while True:
                for key, _ in selector.select():
                    if key.data == "stop":
                        return
                    self.knocked.append(key.data)
                    word, listener = self.words[key.data].encode(), self._sockets[key.data]
                    if key.data == "udp":
                        listener.sendto(word, listener.recvfrom(1024)[1])
                    else:
                        caller = listener.accept()[0]
                        caller.send(word)
                        caller.close()


def survivors() -> list[int]:
    """The processes of attacks that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            found += [int(entry.name)] * (SURVIVOR.encode() in words)
    return found


def state_of(*folders: Path) -> dict[str, tuple[int, int]]:
    """Size and date of every file in the folders that an attack may not change, by path."""
    return {
        str(path): (path.lstat().st_size, path.lstat().st_mtime_ns) for path in _files(*folders) if not path.is_dir()
    }


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if "__pycache__" not in path.parts)
