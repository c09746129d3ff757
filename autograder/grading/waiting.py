"""Waiting for one of several things, of which any may never come."""

from __future__ import annotations

import asyncio
from typing import Any


def failing(task: asyncio.Task[Any]) -> asyncio.Future[None]:
    """A future that is done when `task` ends in an exception, and only then."""
    failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def look(ended: asyncio.Task[Any]) -> None:
        if not ended.cancelled() and ended.exception() is not None and not failed.done():
            failed.set_result(None)

    task.add_done_callback(look)
    return failed


async def first(seconds: float, *awaited: asyncio.Future[Any]) -> None:
    """Waits for the first of the awaited, at most so long."""
    await asyncio.wait(set(awaited), timeout=max(seconds, 0), return_when=asyncio.FIRST_COMPLETED)


async def cancel(*tasks: asyncio.Task[Any]) -> None:
    """Cancels tasks, and waits until they have ended."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
