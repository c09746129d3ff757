"""Dropout drawn again and again, beside what it does in eval mode: nothing.

A layer of six numbers goes through Dropout, and one unit of the next layer adds them up. In train mode each number
is set to 0 with probability p, and what is left is divided by 1 - p, so each pass gives another sum. On average
these sums are the sum without Dropout, and that is the one which eval mode gives.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import fsum
from random import Random

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BLUE, DASHED, FOREGROUND, ORANGE, VERMILLION
from playground.predict import Prediction, opened_by
from playground.presses import Presses
from playground.stage import choice, slider, stage
from playground.svg import Scale, circle, line, polygon, polyline, rect, svg, text, x_axis, y_axis

MODES = ("train", "eval")
X = (1.0, 2.0, 0.5, 1.5, 2.0, 1.0)  # what comes into Dropout; the sum is 8
KEPT = 60  # so many passes stay in the picture


@dataclass(frozen=True)
class Passes:
    """The chance `p` of being dropped, the mode, and one row of six random numbers in [0, 1) for each pass so far.

    A number is dropped where its random number is below `p`, so moving `p` changes all passes at once.
    A picture needs one pass at least.
    """

    p: float = 0.5
    training: bool = True
    draws: Sequence[Sequence[float]] = field(default_factory=tuple[tuple[float, ...], ...])

    def out(self, draw: Sequence[float]) -> list[float]:
        """What Dropout gives in train mode for one draw: 0 where dropped, else x / (1 - p)."""
        return [0.0 if u < self.p else x / (1 - self.p) for x, u in zip(X, draw, strict=True)]

    @property
    def last(self) -> list[float]:
        """What the newest pass gives in the mode that is set."""
        return self.out(self.draws[-1]) if self.training else list(X)

    @property
    def sums(self) -> list[float]:
        """The sum of each pass so far, in train mode."""
        return [fsum(self.out(draw)) for draw in self.draws]

    def drawn(self, times: int, rng: Random) -> "Passes":
        """The same after so many further passes."""
        new = [tuple(rng.random() for _ in X) for _ in range(times)]
        return replace(self, draws=(*self.draws, *new))


def dropout_draws(after: Prediction | None = None, seed: int = 0) -> widgets.Widget:
    """The demonstration: a slider for p, the mode, and buttons that send the numbers through once or 50 times."""

    def build() -> widgets.Widget:
        p, mode = slider("p", 0.5, 0, 0.9, 0.05), choice("mode", MODES)
        rng = Random(seed)
        draws = Passes().drawn(1, rng).draws

        def now() -> Passes:
            return Passes(p.value, mode.value == "train", draws)

        def go(times: int) -> None:
            nonlocal draws
            if now().training:  # in eval mode nothing is drawn
                draws = now().drawn(times, rng).draws

        buttons = Presses({"Send them through again": lambda: go(1), "50 times": lambda: go(50)})
        return stage([buttons, mode, p], lambda: show(now()))

    return opened_by(after, build)


def show(state: Passes) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Passes) -> str:
    """What the picture shows, in words."""
    numbers = ", ".join(f"{y:.2f}" for y in state.last)
    now = f"{'Train' if state.training else 'Eval'} mode: {numbers}. Sum {fsum(state.last):.2f}."
    if not state.training:
        return f"{now} Dropout hands all on as they came. Send them through again: it stays the same."
    n = len(state.draws)
    passes = "1 pass" if n == 1 else f"{n} passes"
    return f"{now} Average sum of {passes}: {fsum(state.sums) / n:.2f}. Without Dropout it is {fsum(X):.2f}."


def picture(state: Passes) -> str:
    """The six numbers of the newest pass on the left, the sums of the passes so far on the right, as SVG."""
    return svg(660, 300, *_numbers(state), *_sums(state), label=readout(state))


def _numbers(state: Passes) -> list[str]:
    """A dashed outline for what came in, a bar for what goes out, a cross where it was dropped."""
    up = Scale(0, max(4.0, max(X) / (1 - state.p)) if state.training else 4, 245, 50)
    outline = {"stroke": FOREGROUND, "stroke_width": 1.5, "stroke_dasharray": DASHED}
    drawn = [y_axis(up, 45, "dashed: came in, bar: goes out", grid_to=300)]
    for k, (x, y) in enumerate(zip(X, state.last, strict=True)):
        left = 58 + 41 * k
        drawn += [
            rect(left, up(y), 28, up(0) - up(y), BLUE, fill_opacity=0.8),
            rect(left, up(x), 28, up(0) - up(x), "none", **outline),
            text(left + 14, 264, f"{y:.2f}", size=12, text_anchor="middle"),
        ]
        if y == 0:
            drawn.append(text(left + 14, 239, "✕", VERMILLION, 18, text_anchor="middle", font_weight="bold"))
    return [*drawn, text(172, 288, f"sum {fsum(state.last):.2f}", size=15, text_anchor="middle", font_weight="bold")]


def _sums(state: Passes) -> list[str]:
    """A point for the sum of each of the last passes, the average of all, and the line of eval mode."""
    sums = state.sums
    top = max(20.0, 5 * -(-max(sums) // 5))
    first = max(0, len(sums) - KEPT)
    across, up = Scale(first, first + KEPT, 370, 560), Scale(0, top, 245, 50)
    points = [(across(i + 0.5), up(y)) for i, y in enumerate(sums[first:], first)]
    faint = 0.75 if state.training else 0.2
    mean = fsum(sums) / len(sums)
    ticks = [first + k for k in range(0, KEPT + 1, 20)]
    at_eval, at_mean = up(fsum(X)), up(mean)
    words = at_mean if abs(at_mean - at_eval) > 16 else at_eval + (16 if at_mean >= at_eval else -16)
    return [
        y_axis(up, 370, "sum of each pass", grid_to=560),
        x_axis(across, 245, "pass", ticks=ticks),
        polyline(points, ORANGE, stroke_opacity=faint / 2, stroke_width=1),
        *[circle(x, y, 3, ORANGE, fill_opacity=faint) for x, y in points],
        *([circle(*points[-1], 6, ORANGE, stroke=FOREGROUND, stroke_width=1.5)] if state.training else []),
        line(370, at_eval, 560, at_eval, BLUE, stroke_width=2 if state.training else 4),
        text(578, at_eval + 4, f"eval {fsum(X):.2f}", font_weight="normal" if state.training else "bold"),
        polygon([(562, at_mean), (572, at_mean - 5), (572, at_mean + 5)], ORANGE),
        text(578, words + 4, f"mean {mean:.2f}"),
    ]
