"""A conversation with one kernel, of which nothing is believed: it may lie, flood, hang, or die at any word.

`Kernel` starts a kernel in a folder, runs cells in it one after the other within a time each, hands on every message
that answers a cell, and says how the cell ended. It survives whatever the kernel sends: messages that are no messages,
too many, too large, or none at all.

    RuntimeError
        Unprotected     (the provisioner's) this machine cannot confine, and nobody allowed to go without
        SandboxFailed   the kernel could not be started or was lost by no fault of the student's: try again
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from subprocess import DEVNULL
from typing import Any

import zmq
import zmq.asyncio
from jupyter_client.manager import AsyncKernelManager
from traitlets.config import Config

from autograder.grading import swelling
from autograder.grading.waiting import cancel, failing, first
from autograder.kernels.provisioner import Unprotected
from autograder.plain import MAX_BYTES

Message = dict[str, Any]
Take = Callable[[Message], None]

START_S = 60.0  # a cold kernel on a busy machine needs over ten
INTERRUPT_S = 5.0  # what an interrupted cell has for coming back before its kernel is ended
TRAILING_S = 10.0  # what the last output has for arriving after the reply
POLL_S = 0.1  # how often a kernel is asked whether it lives
LARGEST_MESSAGE = 2 * MAX_BYTES  # bytes; a kernel that sends a larger one is cut off


class SandboxFailed(RuntimeError):
    """The kernel could not be started, or the sandbox itself broke."""


class Flood(Exception):
    """Raised by a `Take`: the cell has sent more than anybody will read, and is to be stopped."""


@dataclass(frozen=True)
class Ended:
    """How a cell ended: `how` is "done", "timeout", "flood" or "died".

    `error` is what the reply says it raised. `begun` is False where the kernel died, and was not heard to have begun.
    """

    how: str
    error: dict[str, Any] | None = None
    begun: bool = True


class Kernel:
    """One kernel, from its start to its end. Used as `async with Kernel(...) as kernel`."""

    def __init__(self, name: str, folder: str, settings: Mapping[str, Any]) -> None:
        """A kernel of the kernelspec `name`; `settings` are those of the course's provisioner, if it is that one's."""
        self._folder = folder
        self._manager = AsyncKernelManager(kernel_name=name, config=Config(WarmProvisioner=Config(settings)))
        self._context = zmq.asyncio.Context()
        self._context.setsockopt(zmq.MAXMSGSIZE, LARGEST_MESSAGE)  # for every socket made from it
        self._context.setsockopt(zmq.LINGER, 0)
        self._client: Any = None
        self._death: asyncio.Task[None] | None = None
        self._swelling: asyncio.Task[None] | None = None
        self._swollen = False

    async def __aenter__(self) -> Kernel:
        try:
            await self._start()
        except BaseException as error:
            await self.stop()
            if isinstance(error, Exception) and not isinstance(error, Unprotected):
                raise SandboxFailed(f"the kernel did not start: {type(error).__name__}: {error}") from error
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def client(self) -> Any:
        """The client of jupyter_client, for widgets that answer the kernel."""
        return self._client

    @property
    def alive(self) -> bool:
        """Whether the kernel still runs."""
        return self._death is not None and not self._death.done()

    @property
    def protected(self) -> bool:
        """Whether the kernel is confined; one of jupyter_client's own provisioners never is."""
        return bool(getattr(self._manager.provisioner, "protected", False))

    @property
    def ended_by(self) -> str | None:
        """Why the kernel ended, in the provisioner's words: "memory", "exit 1", "sandbox: ..."; None if not known."""
        reason = getattr(self._manager.provisioner, "ended_by", None)
        return reason if isinstance(reason, str) else None

    @property
    def usage(self) -> dict[str, float]:
        """What the kernel used, once it has ended: `cpu_s`, `memory_mib`. Empty where nobody measured."""
        return getattr(self._manager.provisioner, "usage", None) or {}

    async def survives(self, seconds: float) -> bool:
        """Whether the kernel is alive and stays so for `seconds`."""
        assert self._death is not None
        await first(seconds, self._death)
        return self.alive

    async def run(self, code: str, seconds: float, take: Take, data: bytes = b"") -> Ended:
        """How `code` ended, which may run for `seconds`; each message that answers it goes to `take`.

        `data` travels beside the code, as the request's one buffer.
        """
        if not self.alive:
            return Ended("died", begun=False)
        begun: list[bool] = []

        def hear(message: Message) -> None:
            if message["msg_type"] == "execute_input":
                begun.append(True)
            take(message)

        asked = self._request(code, data)
        reply = asyncio.ensure_future(self._reply(asked))
        output = asyncio.ensure_future(self._listen(asked, hear))
        try:
            ended = await self._watch(asked, reply, output, seconds)
            return replace(ended, begun=ended.how != "died" or bool(begun))
        finally:
            await cancel(reply, output)

    def _request(self, code: str, data: bytes) -> str:
        how = {"silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": False}
        message = self._client.session.msg("execute_request", {"code": code, "user_expressions": {}, **how})
        self._client.shell_channel.send(message | {"buffers": [data] if data else []})
        return message["header"]["msg_id"]

    async def _watch(
        self, asked: str, reply: asyncio.Task[Message], output: asyncio.Task[bool], seconds: float
    ) -> Ended:
        assert self._death is not None
        how = "done"
        await first(seconds, reply, self._death, failing(output))
        flooded = output.done() and output.exception() is not None
        if not reply.done() and not self._death.done():
            how = "flood" if flooded else "timeout"
            await self._manager.interrupt_kernel()
            await first(INTERRUPT_S, reply, self._death)
            if not reply.done() and not self._death.done():
                await self._kill()
        elif not reply.done():
            how = "flood" if self._swollen else "died"
        if not reply.done():  # what was sent before the end is on its way
            await first(0.2, output)
        elif not await self._heard_out(output, asked, flooded=flooded):
            how = "flood" if how == "done" else how
        return Ended(how, _error_in(reply.result()) if reply.done() else None)

    async def _heard_out(self, output: asyncio.Task[bool], asked: str, *, flooded: bool) -> bool:
        """Whether all that a cell sent has arrived; where it does not, the kernel is ended.

        It would not be heard again: what it says next is lost among what is still on its way, or ZeroMQ has cut it off
        for good after a message that was too large.
        """
        assert self._death is not None
        rest = asyncio.ensure_future(self._listen(asked, _ignore)) if flooded else output
        await first(TRAILING_S, rest, self._death)
        heard = rest.done()
        if flooded:
            await cancel(rest)
        if not heard and not self._death.done():
            await self._kill()
        return heard

    async def _kill(self) -> None:
        assert self._death is not None
        await self._manager.shutdown_kernel(now=True)
        await first(INTERRUPT_S, self._death)

    async def stop(self) -> None:
        """Ends the kernel and all that was opened for it; harmless where that was done before."""
        await cancel(*(task for task in (self._death, self._swelling) if task is not None))
        with contextlib.suppress(Exception):
            if self._manager.has_kernel:
                await self._manager.shutdown_kernel(now=True)
        if self._client is not None:
            with contextlib.suppress(Exception):
                self._client.stop_channels()
        self._context.destroy(linger=0)

    async def _start(self) -> None:
        surroundings = {**os.environ, "NBGRADER_EXECUTION": "autograde"}
        history = ["--HistoryManager.hist_file=:memory:"]
        await self._manager.start_kernel(
            cwd=self._folder, env=surroundings, extra_arguments=history, stdout=DEVNULL, stderr=DEVNULL
        )  # what a student's code writes past IPython does not reach the instructor's terminal
        self._client = self._manager.client(context=self._context)
        self._client.session.unpack = swelling.unpack
        self._client.start_channels(stdin=False, hb=False, control=False)  # nobody would read what a kernel sends there
        self._death = asyncio.ensure_future(self._die())
        self._swelling = asyncio.ensure_future(self._swell())
        ready = asyncio.ensure_future(self._be_ready())
        try:
            await first(START_S, ready, self._death)
            if not ready.done():
                reason = self.ended_by or "it ended" if self._death.done() else f"it was not ready in {START_S:.0f} s"
                raise SandboxFailed(reason)
            ready.result()
        finally:
            await cancel(ready)

    async def _be_ready(self) -> None:
        """Comes back when the kernel answers, and what it publishes arrives here."""
        while True:
            asked = self._client.kernel_info()
            heard = asyncio.ensure_future(self._listen(asked, _ignore))
            answered = asyncio.ensure_future(self._reply(asked))
            try:
                await asyncio.wait({answered}, timeout=START_S)
                done, _ = await asyncio.wait({heard}, timeout=0.2)
                if answered.done() and done:
                    return
            finally:
                await cancel(heard, answered)

    async def _die(self) -> None:
        while await self._manager.is_alive():
            await asyncio.sleep(POLL_S)

    async def _swell(self) -> None:
        """Ends the kernel when what it sends fills this process."""
        await swelling.too_much()
        self._swollen = True
        await self._manager.shutdown_kernel(now=True)

    async def _reply(self, asked: str) -> Message:
        while True:
            message = await _next(self._client.shell_channel)
            if message.get("parent_header", {}).get("msg_id") == asked:
                return message

    async def _listen(self, asked: str, take: Take) -> bool:
        """True when the kernel says that it is idle again. Raises Flood where `take` does."""
        while True:
            message = await _next(self._client.iopub_channel)
            if message["parent_header"].get("msg_id") != asked:
                continue
            if message["msg_type"] == "status":
                if message["content"].get("execution_state") == "idle":
                    return True
            else:
                take(message)


async def _next(channel: Any) -> Message:
    """The next well-formed message of a channel; all else that arrives is dropped."""
    while True:
        await asyncio.sleep(0)  # in a flood nothing here would wait, and no clock could ring
        try:
            message = await channel.get_msg(timeout=None)
        except (zmq.ZMQError, asyncio.CancelledError):
            raise
        except Exception:  # unsigned, signed twice, no JSON, nested without end: as if never sent
            continue
        if isinstance(message.get("msg_type"), str) and all(
            isinstance(message.get(part), dict) for part in ("parent_header", "content")
        ):
            return message


def _error_in(reply: Message) -> dict[str, Any] | None:
    content = reply["content"]
    return content if content.get("status") == "error" else None


def _ignore(_message: Message) -> None:
    """Takes nothing."""
