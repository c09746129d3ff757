"""The outputs of a student's cell, as JupyterLab would show them, within a limit and always valid.

nbclient knows how messages become outputs (streams, displays that are updated or cleared, widgets); here each message
is weighed first, and what comes out is rebuilt from the fields that a notebook may hold, because one invalid output
would make the whole notebook unreadable.
"""

from __future__ import annotations

import contextlib
import json
import math
import re
from typing import Any, cast

from nbclient.client import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_output

from autograder.grading.kernel import Flood, Message

FLOOD = 64  # a cell that sends so many times what is kept of it is stopped
ALL = 16  # times what is kept of one cell is kept of all of them together
MIB = 1024 * 1024
ANSWERS, LONGEST_ANSWER = 100, 64 * 1024
DEEPEST = 64  # what is nested deeper, those who read a notebook later could not follow
TIMED_OUT = "\x1b[0;31mCellTimeoutError\x1b[0m: No reply from kernel before timeout"
_JSON_TYPE = re.compile(r"application/(.*\+)?json")


class Recorder:
    """Turns the messages of one notebook's cells into their outputs."""

    def __init__(self, notebook: NotebookNode, limit_mib: float, client: Any = None) -> None:
        self._nbclient = NotebookClient(notebook, record_timing=False)
        self._nbclient.kc = client
        self._limit = self._room = int(limit_mib * MIB)
        self._left = ALL * self._limit
        self._cell: NotebookNode | None = None
        self._index = 0
        self.size = 0

    def talk_to(self, client: Any) -> None:
        """Names the kernel that widgets answer; after a new kernel the old one's widgets are left as they were."""
        self._nbclient.kc = cast("Any", _Answering(client))

    def begin(self, cell: NotebookNode, index: int) -> None:
        """Empties `cell`, the notebook's cell number `index`, and gives it the messages that follow."""
        self._left -= min(self.size, self._room)
        self._room = min(self._limit, self._left)
        self._cell, self._index, self.size = cell, index, 0
        cell.outputs, cell.execution_count = [], None
        self._nbclient.clear_before_next_output = False

    def take(self, message: Message) -> None:
        """Adds one message to the outputs of the cell. Raises Flood beyond all bounds."""
        assert self._cell is not None
        self.size += size_of(message)
        if self.size > FLOOD * self._limit:
            raise Flood
        if self.size <= self._room:
            with contextlib.suppress(Exception):  # nbclient trusts a message's fields; one that lies is dropped
                self._nbclient.process_message(message, self._cell, self._index)

    def error_in(self, reply: dict[str, Any]) -> NotebookNode:
        """The error that a reply tells of, without its text where that is too much."""
        name, text = (one if isinstance(one := reply.get(part), str) else "" for part in ("ename", "evalue"))
        lines = reply.get("traceback")
        shown = [line for line in cast("list[Any]", lines) if isinstance(line, str)] if isinstance(lines, list) else []
        told = error(name, text, shown or ["An error occurred while its traceback was disabled."])
        self.size += len(json.dumps(told))
        return error(name[:200], "", ["... too long ..."]) if self.over else told

    @property
    def over(self) -> bool:
        """Whether something was left out, being too much."""
        return self.size > self._room

    def finish(self) -> None:
        """Keeps the widgets' state in the notebook, as nbclient does."""
        with contextlib.suppress(Exception):
            self._nbclient.set_widgets_metadata()
            told: Any = self._nbclient.nb.metadata
            if "widgets" in told:
                told["widgets"] = clean(told["widgets"])


class _Answering:
    """A kernel's client for widgets, which answers a hundred times: one that does not listen would be waited for."""

    def __init__(self, client: Any) -> None:
        self.session, self.shell_channel, self._client, self._left = client.session, self, client, ANSWERS

    def send(self, message: Message) -> None:
        """Sends a message, while there may be one more."""
        if self._left and len(json.dumps(message["content"], default=str)) <= LONGEST_ANSWER:
            self._left -= 1
            self._client.shell_channel.send(message)


def put_in_form(cell: NotebookNode) -> None:
    """Rebuilds a code cell's outputs, so that they are valid; streams that follow each other become one."""
    kept: list[NotebookNode] = []
    for output in cast("list[Any]", cell.outputs):
        rebuilt = _rebuilt(output)
        if rebuilt is None:
            continue
        if kept and rebuilt.output_type == "stream" == kept[-1].output_type and rebuilt.name == kept[-1].name:
            kept[-1].text += rebuilt.text
        else:
            kept.append(rebuilt)
    cell.outputs = kept
    count = cell.execution_count
    cell.execution_count = count if type(count) is int and 0 <= count < 2**31 else None


def error(name: str, text: str, traceback: list[str]) -> NotebookNode:
    """An error as a cell's output."""
    return new_output("error", ename=name, evalue=text, traceback=traceback)


def _rebuilt(output: Any) -> NotebookNode | None:
    """A valid output with the same content, or None."""
    kind = output.get("output_type")
    if kind == "stream":
        return new_output(
            "stream", name="stderr" if output.get("name") == "stderr" else "stdout", text=_text(output.text)
        )
    if kind == "error":
        lines = output.get("traceback")
        traceback = [_text(line) for line in lines] if isinstance(lines, list) else []
        return error(_text(output.get("ename", "")), _text(output.get("evalue", "")), traceback)
    if kind not in ("display_data", "execute_result"):
        return None
    told = output.get("metadata")
    fields: dict[str, Any] = {
        "data": _bundle(output.get("data")),
        "metadata": clean(told) if isinstance(told, dict) else {},
    }
    if kind == "execute_result":
        count = output.get("execution_count")
        fields["execution_count"] = count if type(count) is int and count >= 0 else None
    return new_output(kind, **fields)


def _bundle(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        return {}
    told = cast("dict[Any, Any]", data)
    return {
        _text(name): clean(value) if _JSON_TYPE.fullmatch(str(name)) else _text(value)
        for name, value in told.items()
        if _JSON_TYPE.fullmatch(str(name)) or isinstance(value, str) or _is_lines(value)
    }


def _is_lines(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(line, str) for line in cast("list[Any]", value))


def _text(value: Any) -> str:
    """A string that can be written as UTF-8."""
    joined = "".join(value) if _is_lines(value) else str(value)
    return joined.encode("utf-8", "replace").decode("utf-8")


def clean(tree: Any, deep: int = DEEPEST) -> Any:
    """The same JSON without what a file cannot hold: halves of characters, numbers that are none, depth without end."""
    if isinstance(tree, str):
        return _text(tree)
    if isinstance(tree, float):
        return tree if math.isfinite(tree) else None
    if isinstance(tree, dict | list | tuple) and not deep:
        return None
    if isinstance(tree, dict):
        return {_text(name): clean(value, deep - 1) for name, value in cast("dict[Any, Any]", tree).items()}
    if isinstance(tree, list | tuple):
        return [clean(value, deep - 1) for value in cast("list[Any]", tree)]
    return tree


def size_of(message: Message) -> int:
    """What a message weighs, in bytes of JSON and of its buffers."""
    buffers = message.get("buffers") or []
    return len(json.dumps(message["content"], default=str)) + sum(len(buffer) for buffer in buffers)
