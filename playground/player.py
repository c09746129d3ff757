"""A row of buttons that plays something step by step: Play and Pause, Step, Start again, and a slider of steps.

A demonstration that goes on in time is a picture of "after so many steps". The player counts the steps, and its
`value` is that count, so a stage draws anew whenever it changes. Play counts in a task of the kernel's event loop,
so the kernel answers in between and no thread is needed. Only one player plays at a time: whoever makes a new one,
by running its cell again for example, stops the one before.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none
from traitlets import Int

from playground.count import Count

PACE_S = 0.08  # from one step to the next


class Player(widgets.HBox):
    """Buttons and a slider; `value` is the number of steps made so far. Play ends at `most`.

    *Start again* calls `restart` first, which may draw what is random anew.
    """

    value = Int(0)

    def __init__(
        self,
        most: int,
        restart: Callable[[], object] = lambda: None,
        pace_s: float = PACE_S,
    ) -> None:
        super().__init__(layout={"flex_flow": "row wrap", "align_items": "center"})
        _stop_the_one_before()
        self.most = most
        self.restart = restart
        self.pace_s = pace_s
        self._task: asyncio.Task[None] | None = None
        self._play = _button("Play", "play", lambda: self.pause() if self.playing else self.play(), "primary")
        self._step = _button("Step", "step-forward", self.step)
        again = _button("Start again", "undo", self.again)
        self._count = Count(most, "steps", width="340px", name_width="60px")
        self._count.observe(self._moved, "value")
        self.children = [self._play, self._step, again, self._count]

    @property
    def playing(self) -> bool:
        """Whether it plays just now."""
        return self._task is not None

    def play(self) -> None:
        """Makes steps until the last; needs the kernel's event loop."""
        if not self.playing and self.value < self.most:
            _stop_the_one_before()
            _last.append(self)
            self._task = asyncio.get_running_loop().create_task(self._go())
            self._look()

    def pause(self) -> None:
        """Stops after the step that was made last."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._look()

    def step(self) -> None:
        """Makes one step, and stays there."""
        self.pause()
        self._count.value += 1

    def again(self) -> None:
        """Goes back to the start, with other luck, and stays there."""
        self.pause()
        if self.value:
            self.restart()
            self._count.value = 0

    async def _go(self) -> None:
        try:
            while self.value < self.most:
                self._count.value += 1
                await asyncio.sleep(self.pace_s)
        finally:
            if self._task is asyncio.current_task():  # not paused, nor started anew, by somebody else
                self._task = None
                self._look()

    def _moved(self, change: Any) -> None:
        self.value = change["new"]
        self._look()

    def end_at(self, most: int) -> None:
        """Makes `most` the last step; a player that stands beyond it goes back to it."""
        self.most = self._count.most = most
        self._look()

    def _look(self) -> None:
        """Lets the buttons say what they can do now."""
        self._play.description, self._play.icon = ("Pause", "pause") if self.playing else ("Play", "play")
        self._play.disabled = self._step.disabled = self.value == self.most


_last: deque[Player] = deque(maxlen=1)


def _stop_the_one_before() -> None:
    for player in _last:
        player.pause()


def _button(name: str, icon: str, act: Callable[[], object], style: str = "") -> Any:
    made: Any = widgets.Button(description=name, icon=icon, button_style=style, layout={"width": "116px"})
    made.on_click(lambda _: act())
    return made
