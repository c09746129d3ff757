"""Better by accident: the loop without zero_grad races against the right one on real MNIST.

Train makes the loops of one learning rate learn side by side, in slices, so that the kernel answers in between and
the curves grow while you watch. What was trained is kept for each learning rate until the cell is run again. A race
runs only after somebody pressed Train, and ends after two epochs, at another press, or with its cell.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.accident_picture import View, picture, readout
from playground.predict import WIDTH, Prediction, opened_by
from playground.stage import Trained, choice
from playground.svg import unbroken

if TYPE_CHECKING:
    from playground.accident_runs import Race

LRS = ("0.001", "0.003", "0.01", "0.03", "0.1")
SHOWN = {
    "right and never zeroed": ("after step", "nowhere"),
    "and momentum 1": ("after step", "nowhere", "momentum 1"),
    "and zeroed before step": ("after step", "nowhere", "before step"),
}
SLICE_S = 0.05  # trained in one go
BREATH_S = 0.001  # then given to the kernel
REDRAW_S = 0.15


def better_by_accident(after: Prediction | Sequence[Prediction] | None = None) -> widgets.Widget:
    """The demonstration; closed until each prediction in `after` is made. Only the one made last can train."""
    _stop_the_last()
    return opened_by(after, lambda: Accident().widget)


class Accident:
    """The controls, the races they steer, and the task in which one trains. `widget` is what is shown."""

    def __init__(self) -> None:
        _stop_the_last()
        _last.append(self)
        self._races: dict[str, Race] = {}
        self._task: asyncio.Task[None] | None = None
        self.lr = choice("lr", LRS)
        self.shown = choice("show", list(SHOWN))
        self.train: Any = widgets.Button(icon="play", button_style="primary", layout={"width": "200px"})
        self._picture, self._readout = widgets.HTML(), widgets.HTML()
        self.lr.observe(self._change_lr, "value")
        self.shown.observe(self._draw, "value")
        self.train.on_click(lambda _: self.stop() if self.playing else self.play())
        self.widget = Trained([self.lr, self.shown, self.train, self._picture, self._readout], self.finish)
        self._draw()

    @property
    def playing(self) -> bool:
        """Whether a race is on just now."""
        return self._task is not None

    def play(self) -> None:
        """Trains the loops of this learning rate to their end, in slices; needs the kernel's event loop."""
        if not self.playing and not self._view().done:
            self._task = asyncio.get_running_loop().create_task(self._race_on())
            self._draw()

    def finish(self) -> None:
        """Trains the loops of this learning rate to their end, at once, for a page that stands still."""
        race = self._race()
        while not race.done:
            race.step()
        self._draw()

    def stop(self) -> None:
        """Stops after the update that was made last; Train goes on from there."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._draw()

    async def _race_on(self) -> None:
        drawn = 0.0
        try:
            race = self._race()
            while not race.done:
                end = perf_counter() + SLICE_S
                while perf_counter() < end and not race.done:
                    race.step()
                if perf_counter() - drawn > REDRAW_S:
                    self._draw()
                    drawn = perf_counter()
                await asyncio.sleep(BREATH_S)
        finally:
            if self._task is asyncio.current_task():  # not stopped, nor started anew, by somebody else
                self._task = None
                self._draw()

    def _race(self) -> "Race":
        from playground.accident_runs import Race  # here, so that torch is loaded when it is needed

        lr: str = self.lr.value
        if lr not in self._races:
            self._races[lr] = Race(float(lr))
        return self._races[lr]

    def _change_lr(self, _change: object) -> None:
        self.stop()

    def _view(self) -> View:
        lr: str = self.lr.value
        race = self._races.get(lr)
        if race is None:
            return View(float(lr))
        traces = tuple(trace for trace in race.traces() if trace.way in SHOWN[self.shown.value])
        return View(float(lr), traces, race.steps)

    def _name(self, done: bool) -> tuple[str, str]:
        """What stands on the button, and its icon."""
        if self.playing and not done:
            return "Stop", "pause"
        return (f"Trained at lr {self.lr.value}", "check") if done else (f"Train at lr {self.lr.value}", "play")

    def _draw(self, _change: object = None) -> None:
        view = self._view()
        self._picture.value = picture(view)
        self._readout.value = f"<div style='{WIDTH};min-height:4.4em'>{unbroken(readout(view))}</div>"
        self.train.description, self.train.icon = self._name(view.done)
        self.train.disabled, self.train.button_style = view.done, "" if view.done else "primary"


_last: deque[Accident] = deque(maxlen=1)


def _stop_the_last() -> None:
    for accident in _last:
        accident.stop()
