"""The board of learning rate against batch size: the same epochs in few large steps or in many small ones.

It is the training board with another set of knobs. An epoch is the first 12 000 digits, so that a run is over in a
second or two; the batch size goes from 1 (stochastic) to all of them (batch). One button trains four batch sizes one
after another at the same lr and lays their curves over each other, another adds batch size 256 at four times that lr.
"""

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.predict import Prediction, opened_by
from playground.training_board import TrainingBoard, button, stop_the_last_board
from playground.training_picture import MOST_PINS

EXAMPLES = 12_000
SERIES = (16, 64, 256, 1024)  # batch sizes
LR = 0.1
LARGER = (0.4, 256)  # lr, batch size: four times the images of a step of 64, and four times its lr


def batch_board(after: Prediction | None = None) -> widgets.Widget:
    """A widget that trains 784-256-10 on 12 000 digits, with runs of several batch sizes over one axis.

    It opens when the prediction `after` is made. Only the board made last can train.
    """
    stop_the_last_board()
    return opened_by(after, lambda: BatchBoard().widget)


class BatchBoard(TrainingBoard):
    """A training board that can train several batch sizes in turn, each from the same first weights."""

    lrs: Sequence[float] = (0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
    batch_sizes: Sequence[int] = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, EXAMPLES)
    goals: Sequence[int] = (1, 2, 8, 32)  # 64 times 2 epochs is 1024 times 32: as many steps
    start: tuple[float, int, int] = (LR, 64, 2)
    examples = EXAMPLES
    in_turn: Sequence[int] = SERIES
    shows_lecture = False  # it saw five times as many digits

    def __init__(self) -> None:
        self._waiting: list[int] = []  # batch sizes still to come
        super().__init__()

    def series(self) -> None:
        """Takes all curves away and trains the batch sizes of `in_turn` one after another, at the lr of the slider."""
        self._pins.clear()
        self.reset()
        self.batch_size.value, *self._waiting = self.in_turn
        self.play()

    def larger(self) -> None:
        """Pins the run, if it has begun, and trains batch size 256 at lr 0.4."""
        if self.run.steps:
            self.pin()
        else:
            self.reset()
        self.lr.value, self.batch_size.value = LARGER
        self.play()

    def finish(self) -> None:
        """Trains the batch sizes of `in_turn`, at once."""
        self.batch_size.value, *self._waiting = self.in_turn
        self._train_to_the_end()

    def reset(self) -> None:
        """Starts again from the same first weights, with what the sliders say; a series ends here."""
        self._waiting = []
        super().reset()

    def _has_more(self) -> bool:
        return super()._has_more() or bool(self._waiting)

    def _note(self) -> str:
        to_come = f"Then batch size {', '.join(map(str, self._waiting))}." if self._waiting else ""
        return f"{super()._note()} {to_come}".strip()

    def _train_for(self, seconds: float) -> None:
        if self._is_done() and self._waiting:
            self.run.test()
            self._pins.append(self.run.curve())
            self.run = self._new_run()
            self._pace.clear()
            self.batch_size.value = self._waiting.pop(0)  # which tells the run, and draws
        super()._train_for(seconds)

    def _more_buttons(self) -> list[Any]:
        names = " · ".join(str(size) for size in self.in_turn)
        self._larger = button(f"then {LARGER[1]} at lr {LARGER[0]:g}", "plus", self.larger, width="160px")
        return [button(f"{names} in turn", "list-ol", self.series, width="230px"), self._larger]

    def _draw(self, _change: object = None) -> None:
        super()._draw()
        self._larger.disabled = self.run.steps > 0 and len(self._pins) == MOST_PINS
