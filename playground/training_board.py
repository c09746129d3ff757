"""The training board: the lecture's model learns MNIST while you watch and turn the knobs.

The kernel has one thread for everything, and training shares it: the board trains for a moment,
lets the kernel answer whatever came in (a moved slider, another cell), and goes on. So no
second thread is needed, and nothing can change in the middle of a step. A board trains only after
somebody pressed Play; opening another board, or running its cell again, stops it.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.curve import Curve
from playground.predict import Prediction, opened_by
from playground.stage import Trained
from playground.svg import unbroken
from playground.training_picture import AXES, MOST_PINS, UNITS, View, picture, readout

if TYPE_CHECKING:
    from playground.training import Run

LRS = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]
BATCH_SIZES = [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096]
GOALS = [1, 2, 5, 10, 20, 40]  # epochs

SLICE_S = 0.03  # trained in one go
BREATH_S = 0.001  # then given to the kernel
REDRAW_S = 0.12


def training_board(after: Prediction | None = None) -> widgets.Widget:
    """A widget that trains 784-256-10 on MNIST and draws its loss and test accuracy as it learns.

    It opens when the prediction `after` is made. Only the board made last can train.
    """
    stop_the_last_board()
    return opened_by(after, lambda: TrainingBoard().widget)


class TrainingBoard:
    """The controls, the run they steer, and the task in which it trains. `widget` is what is shown.

    What a board of another lesson has otherwise is said in the lines below.
    """

    lrs: Sequence[float] = LRS
    batch_sizes: Sequence[int] = BATCH_SIZES
    goals: Sequence[int] = GOALS
    start: tuple[float, int, int] = (1e-3, 64, 1)  # lr, batch size, epochs
    examples = 60_000  # images of one epoch
    shows_lecture = True  # its accuracy, as a line

    def __init__(self) -> None:
        stop_the_last_board()
        _last_board.append(self)
        self._pins: list[Curve] = []
        self._task: asyncio.Task[None] | None = None
        self._pace: deque[tuple[float, int]] = deque(maxlen=10)  # (moment, images seen until then)
        self._stands_still = False
        self._build_controls()
        self.run: Run = self._new_run()
        self.widget = self._layout()
        self._draw()

    @property
    def playing(self) -> bool:
        """Whether it is training just now."""
        return self._task is not None

    def play(self) -> None:
        """Trains, in slices, until the chosen number of epochs; needs the kernel's event loop."""
        if not self.playing and self._has_more():
            self._pace.clear()
            self._task = asyncio.get_running_loop().create_task(self._train())
            self._draw()

    def pause(self) -> None:
        """Stops training after the step that was made last, and measures the accuracy there."""
        if self._task is not None:
            self._task.cancel()
            self._settle()

    def step(self) -> None:
        """Makes one update, from one minibatch."""
        self.pause()
        self.run.step()
        self._settle()

    def reset(self) -> None:
        """Starts again from the same first weights, with what the sliders say."""
        self._stop()
        self.run = self._new_run()
        self._draw()

    def pin(self) -> None:
        """Keeps the run's curve in the picture and starts a new run."""
        self.pause()
        self._pins.append(self.run.curve())
        self.reset()

    def unpin(self) -> None:
        """Takes all pinned curves away."""
        self._pins.clear()
        self._draw()

    def lecture(self) -> None:
        """Starts the lecture's own run: lr 0.001, batch 64, 40 epochs."""
        self._stop()
        self.lr.value, self.batch_size.value, self.goal.value = 1e-3, 64, 40
        self.reset()
        self.play()

    def finish(self) -> None:
        """Trains at once, for a page that stands still: a run at lr 0.001, which is pinned, and one at lr 0.1."""
        for lr in (1e-3, 0.1):
            if self.run.steps:
                self.pin()
            self.lr.value = lr
            self._train_to_the_end()

    def _finish_still(self) -> None:
        """Trains at once, and invites to no press of a button, for there will be none."""
        self._stands_still = True
        self.finish()

    def _train_to_the_end(self) -> None:
        while self._has_more():
            self._train_for(SLICE_S)
        self._settle()

    async def _train(self) -> None:
        drawn = perf_counter()
        try:
            while self._has_more():
                self._train_for(SLICE_S)
                if perf_counter() - drawn > REDRAW_S:
                    drawn = perf_counter()
                    self._pace.append((drawn, self.run.images))
                    self._draw()
                await asyncio.sleep(BREATH_S)
        finally:
            if self._task is asyncio.current_task():  # not paused, nor started anew, by somebody else
                self._task = None
                self._settle()

    def _train_for(self, seconds: float) -> None:
        end = perf_counter() + seconds
        while perf_counter() < end and not self._is_done():
            self.run.step()
            if self.run.test_is_due():
                self.run.test()

    def _has_more(self) -> bool:
        """Whether there is something left to train."""
        return not self._is_done()

    def _is_done(self) -> bool:
        return self.run.epochs >= self.goal.value

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _settle(self) -> None:
        """Leaves the board standing still, with its figures up to date."""
        self._stop()
        self._draw()  # at once: the test takes a moment
        self.run.test()
        self._draw()

    def _new_run(self) -> "Run":
        from playground.training import Run  # here, so that lessons without a board do not load torch

        run = Run(self.lr.value, self.batch_size.value, examples=self.examples)
        run.test()
        return run

    def _note(self) -> str:
        """What the read-out says last."""
        if self.run.steps and not self._has_more():
            if self._stands_still:
                return "Done."
            curve = self.run.curve()
            if (self.run.lr, self.run.batch_size) != (curve.lrs[-1], curve.batch_size):
                return f"Done. Reset, and Play trains with lr {self.run.lr:g}, batch size {self.run.batch_size}."
            if len(self._pins) == MOST_PINS:
                return f"Done. All {MOST_PINS} places for pinned runs are taken: Unpin all makes room."
            return "Done: pin this run, choose more epochs, or reset."
        if self.run.steps and self.run.batch_size != self.run.curve().batch_size:
            return f"Batch size {self.run.batch_size} acts from the next epoch on."
        return ""

    def _view(self) -> View:
        return View(
            self.run.curve(),
            tuple(self._pins),
            self.axis.value,
            self.unit.value,
            self.goal.value,
            self._images_per_second() if self.playing else None,
            self._note(),
            self.examples,
            self.shows_lecture,
        )

    def _images_per_second(self) -> float | None:
        if len(self._pace) < 2:
            return None
        (start, before), (end, after) = self._pace[0], self._pace[-1]
        return (after - before) / (end - start)

    def _draw(self, _change: object = None) -> None:
        view = self._view()
        self._picture.value = picture(view)
        told = unbroken(readout(view))
        self._readout.value = f"<div style='line-height:1.45;min-height:3em;max-width:780px'>{told}</div>"
        self._play.description, self._play.icon = ("Pause", "pause") if self.playing else ("Play", "play")
        self._play.disabled, self._step.disabled = not self._has_more(), self._is_done()
        self._pin.disabled = not self.run.steps or len(self._pins) == MOST_PINS
        self._unpin.disabled = not self._pins

    def _set_lr(self, _change: object) -> None:
        self.run.lr = self.lr.value
        if not self.playing:
            self._draw()

    def _set_batch_size(self, _change: object) -> None:
        self.run.batch_size = self.batch_size.value
        self._draw()

    def _build_controls(self) -> None:
        lr, batch_size, goal = self.start
        self.lr = _slider("lr", [(f"{lr:g}", lr) for lr in self.lrs], lr, self._set_lr)
        self.batch_size = _slider(
            "batch size", [(str(b), b) for b in self.batch_sizes], batch_size, self._set_batch_size
        )
        self.goal: Any = widgets.Dropdown(
            options=self.goals, value=goal, description="epochs", layout={"width": "150px"}, style=_LABEL
        )
        self.axis = _choice("axis", list(AXES), self._draw)
        self.unit = _choice("loss in", list(UNITS), self._draw)
        self.goal.observe(self._draw, "value")
        self._play = button("Play", "play", lambda: self.pause() if self.playing else self.play(), "primary")
        self._step = button("Step", "step-forward", self.step)
        self._reset = button("Reset", "undo", self.reset)
        self._pin = button("Pin", "thumb-tack", self.pin)
        self._unpin = button("Unpin all", "eraser", self.unpin)
        self._more = self._more_buttons()
        self._picture: Any = widgets.HTML()
        self._readout: Any = widgets.HTML()

    def _more_buttons(self) -> list[Any]:
        """The buttons that only this board has."""
        return [button("The lecture's 40 epochs", "graduation-cap", self.lecture, width="210px")]

    def _layout(self) -> Trained:
        knobs = widgets.HBox([self.lr, self.batch_size, self.goal], layout=_ROW)
        buttons = [self._play, self._step, self._reset, self._pin, self._unpin, *self._more]
        looks = widgets.HBox([self.axis, self.unit], layout={**_ROW, "grid_gap": "0 24px"})
        shown = [knobs, widgets.HBox(buttons, layout=_ROW), self._picture, self._readout, looks]
        return Trained(shown, self._finish_still)


_last_board: deque[TrainingBoard] = deque(maxlen=1)
_LABEL = {"description_width": "initial"}
_ROW = {"flex_flow": "row wrap"}


def stop_the_last_board() -> None:
    """Pauses the board made last, of whichever lesson."""
    for board in _last_board:
        board.pause()


def _slider(name: str, options: list[tuple[str, Any]], value: float, then: Any) -> Any:
    slider: Any = widgets.SelectionSlider(
        options=options, value=value, description=name, layout={"width": "300px"}, style=_LABEL
    )
    slider.observe(then, "value")
    return slider


def _choice(name: str, options: list[str], then: Any) -> Any:
    choice: Any = widgets.ToggleButtons(options=options, description=name, style={"button_width": "76px", **_LABEL})
    choice.observe(then, "value")
    return choice


def button(name: str, icon: str, then: Callable[[], object], style: str = "", width: str = "104px") -> Any:
    """A button that does `then` when it is pressed."""
    made: Any = widgets.Button(description=name, icon=icon, button_style=style, layout={"width": width})
    made.on_click(lambda _: then())
    return made
