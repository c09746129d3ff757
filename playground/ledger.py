"""The ledger of .grad: a training loop run line by line, with one weight, and zero_grad in any of its places.

The model has one weight w and shall turn 3 into 3, so its loss is (3w - 3)^2 and its gradient 6 (3w - 3). It starts
at w = 2. Each pass through the loop writes one row: the gradient of this pass, what lay in .grad when the optimizer
stepped, and the weight after it. backward adds to .grad, step reads it, zero_grad empties it: nothing else does.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.count import Count
from playground.palette import BLUE, GRID, MUTED, SURFACE, VERMILLION
from playground.predict import Prediction, opened_by
from playground.stage import choice, stage
from playground.svg import line, marker, polygon, rect, svg, text

ZERO = "optimizer.zero_grad()"
FORWARD, LOSS, BACKWARD, STEP = (
    "out = model(data)",
    "loss = loss_fn(out, target)",
    "loss.backward()",
    "optimizer.step()",
)
PLACES = {  # where zero_grad stands among the other four lines
    "nowhere": None,
    "first": 0,
    "before backward": 2,
    "before step": 3,
    "after step": 4,
}
LRS = ("0", "0.01", "0.05")
PASSES = 4
START = 2.0


@dataclass(frozen=True)
class Row:
    """One pass: the loss, its own gradient, what the optimizer used, the weight afterwards; None: not yet."""

    loss: float | None = None
    own: float | None = None
    used: float | None = None
    w: float | None = None


@dataclass(frozen=True)
class Ledger:
    """The loop after its first `done` lines; `old` lies in .grad before the first of them, None for nothing."""

    place: str = "nowhere"
    lr: float = 0.0
    done: int = 0
    old: float | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the loop, in order."""
        lines = [FORWARD, LOSS, BACKWARD, STEP]
        place = PLACES[self.place]
        if place is not None:
            lines.insert(place, ZERO)
        return tuple(lines)

    @property
    def now(self) -> tuple[float, float | None, tuple[Row, ...]]:
        """The weight, what lies in .grad, and the rows written so far."""
        w, grad, rows = START, self.old, list[Row]()
        for done in range(self.done):
            at = self.lines[done % len(self.lines)]
            if done % len(self.lines) == 0:
                rows.append(Row())
            if at == LOSS:
                rows[-1] = replace(rows[-1], loss=(3 * w - 3) ** 2)
            elif at == BACKWARD:
                own = 6 * (3 * w - 3)
                grad = own + (grad or 0)
                rows[-1] = replace(rows[-1], own=own)
            elif at == STEP:
                w -= self.lr * (grad or 0)
                rows[-1] = replace(rows[-1], used=grad or 0.0, w=w)
            elif at == ZERO:
                grad = None
        return w, grad, tuple(rows)

    @property
    def last(self) -> int | None:
        """Which line of the loop was run last, counted from 0; None before the first."""
        return (self.done - 1) % len(self.lines) if self.done else None


def ledger(after: Prediction | None = None, *, old: float | None = None, lr: float = 0) -> widgets.Widget:
    """The demonstration, with `old` in .grad at the start; closed until the prediction `after` is made."""
    return opened_by(after, lambda: _Hand(old, lr).widget)


class _Hand:
    """The controls of the demonstration; `widget` is what is shown."""

    def __init__(self, old: float | None, lr: float) -> None:
        self.old = old
        self.place, self.lr = choice("zero_grad", list(PLACES)), choice("lr", LRS)
        self.lr.value = f"{lr:g}"
        self.count = Count(PASSES * len(self.state(0).lines), "lines run", width="460px", name_width="110px")
        self.place.observe(self._keep_passes, "value")
        shown = stage([self.place, self.lr, self.count], lambda: show(self.state(self.count.value)))
        buttons = [
            self._button("Next line", "step-forward", lambda done, _: done + 1),
            self._button("Rest of this pass", "fast-forward", lambda done, length: done + length - done % length),
            self._button("Back a line", "step-backward", lambda done, _: done - 1),
            self._button("Start again", "undo", lambda *_: 0),
        ]
        self.widget = widgets.VBox([widgets.HBox(buttons, layout={"flex_flow": "row wrap"}), shown])

    def state(self, done: int) -> Ledger:
        return Ledger(self.place.value, float(self.lr.value), done, self.old)

    def _button(self, name: str, icon: str, then: Callable[[int, int], int]) -> widgets.Button:
        button: Any = widgets.Button(description=name, icon=icon, layout={"width": "150px"})

        def press(_button: object) -> None:
            self.count.value = then(self.count.value, len(self.state(0).lines))

        button.on_click(press)
        return button

    def _keep_passes(self, change: Any) -> None:
        """Another place has another number of lines: as many whole passes as before are run of it."""
        passes = self.count.value // len(Ledger(change["old"]).lines)
        length = len(Ledger(change["new"]).lines)
        self.count.value = 0
        self.count.most = PASSES * length
        self.count.value = passes * length


def show(state: Ledger) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Ledger) -> str:
    """What the picture shows, in words."""
    w, grad, rows = state.now
    where = "zero_grad is left out" if state.place == "nowhere" else f"zero_grad stands {_WORDS[state.place]}"
    if state.last is None:
        return f"{where}. Nothing was run yet: w is {w:g}, and in .grad lies {_number(grad)}."
    words = f"Pass {len(rows)}, just run: {state.lines[state.last]}. w is {w:.4f}, .grad is {_number(grad)}."
    used = [row for row in rows if row.used is not None]
    if used:
        told = ", ".join(_number(row.used) for row in used)
        own = ", ".join(_number(row.own) for row in used)
        words += f" The steps so far used {told}. The gradients of their passes: {own}."
    return f"{words} Here {where}."


def picture(state: Ledger) -> str:
    """The loop with the line that was run last, what w, .grad and loss are now, and a row for each pass."""
    w, grad, rows = state.now
    loss = next((row.loss for row in reversed(rows) if row.loss is not None), None)
    values = [("w", f"{w:.4f}"), (".grad", _number(grad)), ("loss", "–" if loss is None else _number(loss))]
    return svg(720, 304, *_loop(state), *_boxes(values), *_table(rows), label=readout(state))


_WORDS = {
    "first": "first",
    "before backward": "before backward",
    "before step": "between backward and step",
    "after step": "after step, as in the lecture",
}


def _code(x: float, y: float, words: str, weight: str = "normal") -> str:
    return text(x, y, words, font_family="var(--jp-code-font-family, monospace)", font_weight=weight)


def _loop(state: Ledger) -> list[str]:
    drawn = [_code(16, 46, "for data, target in loader:")]
    for k, code in enumerate(state.lines):
        y = 82 + 36 * k
        if k == state.last:
            drawn += [rect(10, y - 20, 286, 30, SURFACE, rx=4, stroke=BLUE, stroke_width=1.5)]
            drawn += [polygon([(18, y - 11), (18, y + 1), (28, y - 5)], BLUE)]
        drawn.append(_code(40, y, code, "bold" if code == ZERO else "normal"))
    if state.place == "nowhere":
        drawn.append(text(40, 82 + 36 * 4, "no zero_grad", MUTED, font_style="italic"))
    return drawn


def _boxes(values: list[tuple[str, str]]) -> list[str]:
    drawn: list[str] = []
    for k, (name, value) in enumerate(values):
        x = 326 + 130 * k
        edge = VERMILLION if name == ".grad" else MUTED
        drawn += [
            rect(x, 20, 116, 62, "none", stroke=edge, stroke_width=3 if name == ".grad" else 1, rx=5),
            _code(x + 10, 39, name),
            text(x + 58, 70, value, size=20, text_anchor="middle", font_weight="bold"),
        ]
    return drawn


_COLUMNS = {"pass": 350, "loss": 432, "its gradient": 530, "step used": 612, "w after": 700}


def _table(rows: tuple[Row, ...]) -> list[str]:
    drawn = [text(x, 122, name, MUTED, 12, text_anchor="end") for name, x in _COLUMNS.items()]
    drawn.append(line(322, 132, 706, 132, MUTED))
    for k in range(PASSES):
        y = 156 + 34 * k
        drawn.append(line(322, y + 12, 706, y + 12, GRID))
        if k < len(rows):
            row = rows[k]
            cells = [str(k + 1), *(("" if v is None else _number(v)) for v in (row.loss, row.own, row.used, row.w))]
            for value, x in zip(cells, _COLUMNS.values(), strict=True):
                drawn.append(text(x, y, value, size=14, text_anchor="end"))
            drawn += _verdict(row, y)
    return [
        *drawn,
        marker(330, 290, "circle", BLUE, 4),
        text(340, 295, "the step used its own gradient", MUTED, 12),
        text(540, 295, "✗", VERMILLION, 14, font_weight="bold"),
        text(556, 295, "it used another", MUTED, 12),
    ]


def _verdict(row: Row, y: float) -> list[str]:
    """A sign beside what the step used: a circle where it is this pass's own gradient, a cross where not."""
    if row.used is None:
        return []
    if row.used == row.own:
        return [marker(622, y - 5, "circle", BLUE, 4)]
    return [text(617, y, "✗", VERMILLION, 14, font_weight="bold")]


def _number(value: float | None) -> str:
    return "None" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")
